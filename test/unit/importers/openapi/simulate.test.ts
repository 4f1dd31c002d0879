import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../../src/core/json.js'
import { at } from '../../../../src/core/pointer.js'
import { createRng } from '../../../../src/core/random.js'
import { createScenario, type World } from '../../../../src/environment/index.js'
import { imported } from '../../../support/interfaces.js'

type Name = Parameters<typeof imported>[0]

interface Server {
  readonly call: (tool: string, args?: JsonObject) => { readonly value: Json; readonly code?: string }
  readonly world: World
}

/** A simulated server, called as an agent calls it. */
function server(name: Name, seed = 1): Server {
  const { environment } = imported(name)
  const { world } = createScenario([environment], createRng(seed))
  let calls = 0
  return {
    world,
    call(tool, args = {}) {
      const { value, error } = world.call({ id: `c${calls++}`, name: tool, arguments: args })
      return { value, ...(error ? { code: error.code } : {}) }
    },
  }
}

const list = (value: Json): readonly JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : [])

describe('a simulated interface', () => {
  it('makes, shows, changes and deletes things, and says so when there is none', () => {
    const { call } = server('bikes')
    const [station] = list(call('list_stations').value)
    const stationId = station?.['id'] ?? ''
    const made = call('add_bike', { name: 'Tin Horse', stationId, condition: 'ready', pricePerDay: 9.5 })
    expect(made.value).toMatchObject({ name: 'Tin Horse', stationId, condition: 'ready', pricePerDay: 9.5 })
    const bikeId = at(made.value, '/id') ?? ''
    expect(bikeId).toMatch(/^bk-\d+$/)
    expect(call('get_bike', { bikeId })).toEqual(made)
    expect(call('update_bike', { bikeId, condition: 'in_repair' }).value).toMatchObject({
      name: 'Tin Horse',
      condition: 'in_repair',
      pricePerDay: 9.5,
    })
    expect(call('remove_bike', { bikeId }).value).toEqual({ status: 204 })
    expect(call('get_bike', { bikeId })).toEqual({
      code: 'http-404',
      value: { status: 404, error: `There is no bike ${String(bikeId)}.` },
    })
    const next = call('add_bike', { name: 'Tin Horse', stationId, condition: 'ready', pricePerDay: 9.5 })
    expect(at(next.value, '/id')).not.toBe(bikeId)
  })

  it('refuses links that lead nowhere, values that are not allowed, and actions that are done already', () => {
    const { call } = server('bikes')
    const bike = { name: 'Tin Horse', stationId: 'st-0', condition: 'ready', pricePerDay: 9.5 }
    expect(call('add_bike', bike)).toMatchObject({
      code: 'http-422',
      value: { error: expect.stringContaining('st-0') as string },
    })
    expect(call('add_bike', { ...bike, pricePerDay: 900 }).code).toBe('invalid-arguments')
    const [member] = list(call('list_members').value)
    const memberId = member?.['id'] ?? ''
    const [, other] = list(at(call('list_bikes').value, '/bikes') ?? [])
    const { value } = call('start_rental', { memberId, bikeId: other?.['id'] ?? '', dueDate: '2026-12-01' })
    expect(value).toMatchObject({ memberId, status: 'active' })
    const rentalId = at(value, '/id') ?? 0
    expect(call('cancel_rental', { rentalId }).value).toMatchObject({ status: 'cancelled' })
    expect(call('cancel_rental', { rentalId })).toMatchObject({ code: 'http-409', value: { status: 409 } })
    expect(call('list_rentals_of_member', { memberId: 'm-0' }).code).toBe('http-404')
  })

  it('lists what is asked for, page by page, and says how many there are', () => {
    const { call } = server('bikes')
    const all = call('list_bikes').value
    const bikes = list(at(all, '/bikes') ?? [])
    expect(at(all, '/total')).toBe(bikes.length)
    expect(bikes.length).toBeGreaterThan(4)
    const two = call('list_bikes', { limit: 2 }).value
    expect(two).toEqual({ total: bikes.length, bikes: bikes.slice(0, 2) })
    const [first] = bikes
    const ready = call('list_bikes', { condition: first?.['condition'] ?? '' }).value
    expect(list(at(ready, '/bikes') ?? [])).toEqual(bikes.filter(({ condition }) => condition === first?.['condition']))
    const { call: ask } = server('tracker')
    const projects = list(at(ask('list_projects').value, '/data/items') ?? [])
    expect(at(ask('list_projects', { page: 2, limit: 2 }).value, '/data/items')).toEqual(projects.slice(2, 4))
  })

  it('keeps the frames of the document, and what is only sent', () => {
    const { call, world } = server('tracker')
    const made = call('create_project', { name: 'Tin Roof', budget: 12 })
    expect(made.value).toEqual({
      data: {
        id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/) as string,
        name: 'Tin Roof',
        description: null,
        budget: 12,
      },
    })
    const user = call('create_user', { name: 'Kim Sato', email: 'kim@example.com', role: 'ADMIN', password: 'KX-204' })
    expect(user.value).toMatchObject({ name: 'Kim Sato', isActive: false })
    expect(JSON.stringify(user.value)).not.toContain('KX-204')
    expect(JSON.stringify(world.stateOf('task-tracker'))).toContain('KX-204')
  })

  it('puts a whole thing in the place of another, and keeps what was not for it to say', () => {
    const { call } = server('tracker')
    const [task] = list(call('list_tasks').value)
    const taskId = task?.['id'] ?? ''
    expect(task).toHaveProperty('description')
    const { value } = call('replace_task', { taskId, title: 'Tin Roof', priority: 'LOW' })
    expect(value).toMatchObject({ id: taskId, title: 'Tin Roof', priority: 'LOW', status: task?.['status'] })
    expect(isObject(value) && 'description' in value).toBe(false)
  })

  it('takes the ids that people choose once, and filters by a default', () => {
    const { call } = server('kennel')
    const keeper = { login: 'kim.sato', firstName: 'Kim', lastName: 'Sato', email: 'kim.sato@example.com' }
    expect(call('add_keeper', keeper).value).toEqual({ status: 204 })
    expect(call('add_keeper', keeper).code).toBe('http-409')
    expect(call('keeper_by_login', { login: 'kim.sato' }).value).toMatchObject(keeper)
    expect(new Set(list(call('dogs_by_mood').value).map(({ mood }) => mood)).size).toBeLessThanOrEqual(1)
    const [dog] = list(call('dogs_by_mood', { mood: 'wild' }).value).concat(
      list(call('dogs_by_mood', { mood: 'nervous' }).value),
    )
    expect(call('replace_dog', { id: dog?.['id'] ?? 0, name: 'Bella', photoUrls: [] }).value).toMatchObject({
      id: dog?.['id'],
      name: 'Bella',
    })
  })
})
