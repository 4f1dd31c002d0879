import { afterEach, describe, expect, it, vi } from 'vitest'
import { mini } from '../../../src/environments/index.js'
import { tasksOfScenarios } from '../../../src/server/index.js'
import { Sessions } from '../../../src/server/sessions.js'

const tasks = tasksOfScenarios([mini], () => 'You work at a parcel desk.')

afterEach(() => vi.useRealTimers())

describe('sessions', () => {
  it('are about the next task where none is named, else about the one of that id or number', async () => {
    const sessions = new Sessions(tasks, { most: 9, idle: 60 })
    const started = [await sessions.start({}), await sessions.start({}), await sessions.start({ seed: 40 })]
    expect(started.map(({ task }) => task.id)).toEqual(['mini:0', 'mini:1', 'mini:40'])
    expect((await sessions.start({ task: 'mini:7' })).task.id).toBe('mini:7')
    await expect(sessions.start({ task: 'mini:x' })).rejects.toThrow(
      "There is no task 'mini:x'; they are called mini:0",
    )
  })

  it('act in worlds of their own, equal ones for the same number', async () => {
    const sessions = new Sessions(tasks, { most: 9, idle: 60 })
    const [one, other] = [await sessions.start({ seed: 3 }), await sessions.start({ seed: 3 })]
    const before = one.call('list_branches', {})
    expect(other.call('list_branches', {})).toEqual(before)
    const [parcel] = Object.keys((one.task.start().stateOf('mini') as { readonly parcels: object }).parcels)
    const booked = one.call('book_pickup', { parcel_id: parcel ?? '', day: '2026-12-24' })
    expect(booked.error).toBeUndefined()
    // Nothing is booked there yet.
    expect(other.call('book_pickup', { parcel_id: parcel ?? '', day: '2026-12-24' })).toEqual(booked)
    expect(one.answer('Booked.')).toEqual({ reward: null, reasons: [] })
  })

  it('are refused when there are too many; those that are over make room', async () => {
    const sessions = new Sessions(tasks, { most: 2, idle: 60 })
    const [first] = [await sessions.start({}), await sessions.start({})]
    await expect(sessions.start({})).rejects.toMatchObject({ code: 'capacity' })
    first.answer('That is all.')
    const third = await sessions.start({})
    expect(() => sessions.get(first.id)).toThrow('There is no session')
    expect(sessions.get(third.id)).toBe(third)
    // One that takes the place of another needs none.
    expect((await sessions.start({ id: third.id })).id).toBe(third.id)
  })

  it('never get over their number, however many start at once', async () => {
    const sessions = new Sessions(tasks, { most: 5, idle: 60 })
    const started = await Promise.allSettled(Array.from({ length: 12 }, () => sessions.start({})))
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(sessions.count).toBe(5)
  })

  it('are dropped when nobody uses them', async () => {
    vi.useFakeTimers()
    const sessions = new Sessions(tasks, { most: 9, idle: 60 })
    const [used, unused] = [await sessions.start({}), await sessions.start({})]
    vi.advanceTimersByTime(50_000)
    sessions.get(used.id)
    vi.advanceTimersByTime(30_000)
    expect(() => sessions.get(unused.id)).toThrow('idle for too long')
    expect(sessions.get(used.id)).toBe(used)
    sessions.stop()
    expect(sessions.count).toBe(0)
  })
})
