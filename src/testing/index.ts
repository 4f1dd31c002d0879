export { testEnvironment } from './environment-laws.js'
export { type Law, LawBroken } from './law.js'
