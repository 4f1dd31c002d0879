import { float } from '../../core/number.js'
import type { Roads } from './state.js'

/** Cities, distances and the tyre shop of the published environment (`constants.json`, vehicle). */
export const publishedRoads: Roads = {
  zipcodes: [
    { city: 'Rivermist', zipcode: '83214' },
    { city: 'Stonebrook', zipcode: '74532' },
    { city: 'Maplecrest', zipcode: '56108' },
    { city: 'Silverpine', zipcode: '62947' },
    { city: 'Shadowridge', zipcode: '71354' },
    { city: 'Sunset Valley', zipcode: '83462' },
    { city: 'Oakendale', zipcode: '47329' },
    { city: 'Willowbend', zipcode: '52013' },
    { city: 'Crescent Hollow', zipcode: '69238' },
    { city: 'Autumnville', zipcode: '51479' },
    { city: 'San Francisco', zipcode: '94016' },
  ],
  distances: [
    { between: ['83214', '74532'], distance: float(750) },
    { between: ['56108', '62947'], distance: float(320) },
    { between: ['71354', '83462'], distance: float(450) },
    { between: ['47329', '52013'], distance: float(290) },
    { between: ['69238', '51479'], distance: float(630) },
    { between: ['94016', '83214'], distance: float(980) },
    { between: ['94016', '94704'], distance: float(600) },
    { between: ['94704', '08540'], distance: float(2550) },
    { between: ['94016', '08540'], distance: float(1950) },
    { between: ['62947', '47329'], distance: float(1053) },
    { between: ['94016', '62947'], distance: float(780) },
    { between: ['74532', '94016'], distance: float(880) },
  ],
  tireShop: '456 Oakwood Avenue, Rivermist, 83214',
}
