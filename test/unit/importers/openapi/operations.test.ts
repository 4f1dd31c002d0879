import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../../src/core/json.js'
import { createRng } from '../../../../src/core/random.js'
import { createScenario } from '../../../../src/environment/index.js'
import { testEnvironment } from '../../../../src/testing/index.js'
import { imported, importedFrom, json } from '../../../support/interfaces.js'

const left = (name: Parameters<typeof imported>[0]): string[] =>
  imported(name).leftOut.map(({ what, reason }) => `${what}: ${reason}`)

const tools = (name: Parameters<typeof imported>[0]): string[] =>
  imported(name).environment.specs.map((spec) => spec.name)

describe('operations of a document', () => {
  it('become tools by what they do to a collection, and what is left out is named with the reason', () => {
    expect(tools('bikes')).toEqual([
      'list_stations',
      'get_station',
      'update_station',
      'list_bikes',
      'add_bike',
      'get_bike',
      'update_bike',
      'remove_bike',
      'list_members',
      'add_member',
      'update_member',
      'list_rentals_of_member',
      'start_rental',
      'get_rental',
      'extend_rental',
      'cancel_rental',
      'return_rental',
    ])
    expect(left('bikes')).toEqual(['PUT /bikes/{bikeId}/photo: its body is not JSON with named fields'])
  })

  it('get names from what they do where they have none, and lie in whatever frame they are sent in', () => {
    expect(tools('tracker')).toEqual([
      'list_projects',
      'create_project',
      'get_project',
      'delete_project',
      'list_tasks_of_project',
      'create_task_of_project',
      'list_tasks',
      'get_task',
      'replace_task',
      'delete_task',
      'set_task_status',
      'list_users',
      'create_user',
      'delete_user',
    ])
    expect(left('tracker')).toEqual([
      'POST /auth/login: its path leads neither to a collection nor to a thing in one',
      "parameter 'sort_by' of GET /projects: nothing says what it does to a list",
    ])
  })

  it('are left out where nothing says what they do', () => {
    expect(left('kennel')).toEqual([
      "GET /dog/byTraits: nothing says what its parameter 'traits' does to a list",
      'GET /shop/inventory: its path leads neither to a collection nor to a thing in one',
      'POST /keeper/all: its body is not JSON with named fields',
      "field 'mother.kind': it lies deeper in its object than is simulated",
      "field 'mother.traits': it lies deeper in its object than is simulated",
      "field 'mother.mother': it lies deeper in its object than is simulated",
    ])
  })

  it('take parameters of paths that nothing describes, as what the things show', () => {
    const { environment } = imported('clinic')
    expect(environment.spec('get_appointment')?.parameters).toMatchObject({
      properties: { id: { type: 'integer' } },
      required: ['id'],
    })
    expect(left('clinic')).toEqual([
      "field 'weights': its schema is not understood",
      "field 'insurance': its schema is not understood",
    ])
  })

  it('are asked for with all that they need, objects by their parts', () => {
    const { environment } = imported('clinic')
    const asks = environment.tool('create_patient')?.phrases?.asks.join('\n')
    expect(asks).toContain('called <name:name>( with the street <address/street:name>, the city <address/city:name>')
    expect(environment.tool('book')?.phrases?.asks.join('\n')).toContain(
      '<patientId>, <doctorId> and the start time <startsAt:moment>',
    )
  })

  it('are asked for without what something new is called, which is then asked back', () => {
    const { conversation } = imported('bikes').environment.definition
    expect(
      conversation?.incomplete?.find(({ tool, parameter }) => tool === 'add_bike' && parameter === 'name'),
    ).toEqual({
      tool: 'add_bike',
      parameter: 'name',
      asks: expect.arrayContaining([expect.stringMatching(/^I need a new bike with/)]) as string[],
      questions: ['What should the new bike be called?', 'What is the new bike called?'],
    })
  })

  it('are asked for with the one link or filter that they cannot do without', () => {
    const shelf = {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'integer' }, name: { type: 'string' } },
    }
    const book = {
      type: 'object',
      required: ['id', 'title', 'shelfId', 'kind'],
      properties: {
        id: { type: 'integer' },
        title: { type: 'string' },
        shelfId: { type: 'string' },
        kind: { type: 'string', enum: ['novel', 'atlas'] },
      },
    }
    const body = { type: 'object', required: ['shelfId'], properties: { shelfId: { type: 'string' } } }
    const { environment } = importedFrom({
      '/shelves': { get: { responses: { 200: json({ type: 'array', items: shelf }) } } },
      '/books': {
        get: {
          parameters: [{ name: 'kind', in: 'query', required: true, schema: { type: 'string' } }],
          responses: { 200: json({ type: 'array', items: book }) },
        },
      },
      '/books/{id}/shelf': { put: { requestBody: json(body), responses: { 200: json(book) } } },
      '/books/{id}': { get: { responses: { 200: json(book) } } },
      '/shelves/{id}': { get: { responses: { 200: json(shelf) } } },
    })
    expect(environment.tool('set_book_shelf')?.phrases?.asks).toContain('The shelf of book <id> should be <shelfId>.')
    const asks = environment.tool('list_books')?.phrases?.asks ?? []
    expect(asks.length).toBeGreaterThan(0)
    for (const ask of asks) expect(ask).toContain('<kind>')
    for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
  })

  it('take what is sent in the address, a default response for a success, and one of a few for what the things show so', () => {
    const guest = {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        nickname: { type: 'string' },
        mood: { type: 'string', enum: ['cheerful', 'tired'] },
        table: { type: 'integer' },
      },
    }
    const nickname = { name: 'nickname', in: 'path', required: true, schema: { type: 'string' } }
    const asText = (name: string): Json => ({ name, in: 'query', schema: { type: 'string' } })
    const { environment, leftOut } = importedFrom({
      '/guest': {
        post: { operationId: 'welcome', requestBody: json(guest), responses: { default: json(guest) } },
        query: { responses: { 200: json({ type: 'array', items: guest }) } },
      },
      '/guest/byMood': {
        get: { parameters: [asText('mood')], responses: { 200: json({ type: 'array', items: guest }) } },
      },
      '/guest/byHobby': {
        get: { parameters: [asText('hobby')], responses: { 200: json({ type: 'array', items: guest }) } },
      },
      '/guest/{nickname}': {
        parameters: [nickname],
        get: { operationId: 'look', responses: { 200: json(guest) } },
        post: { operationId: 'note', parameters: [asText('mood')], responses: { 400: { description: 'no' } } },
        head: { responses: {} },
        additionalOperations: { TOAST: { responses: {} } },
      },
    })
    expect(environment.specs.map(({ name }) => name)).toEqual(['welcome', 'list_guests_by_mood', 'look', 'note'])
    expect(leftOut.map(({ what, reason }) => `${what}: ${reason}`)).toEqual([
      "GET /guest/byHobby: nothing says what its parameter 'hobby' does to a list",
      'QUERY /guest: its method is not simulated',
      'HEAD /guest/{nickname}: its method is not simulated',
      'TOAST /guest/{nickname}: its method is not simulated',
    ])
    const moods = { mood: { type: 'string', enum: ['cheerful', 'tired'] } }
    expect(environment.spec('note')?.parameters).toMatchObject({ properties: moods, required: ['nickname'] })
    // Whoever chooses the name of a thing is not told it as its id; the number beside it is the server's.
    expect(environment.tool('welcome')?.phrases?.reports?.join()).not.toContain('<')
    const { world } = createScenario([environment], createRng(1))
    const made = ['ada', 'ben'].map(
      (name, i) => world.call({ id: `c${i}`, name: 'welcome', arguments: { nickname: name } }).value as JsonObject,
    )
    const [one, other] = made.map((thing) => Number(thing['id']))
    expect([made[0]?.['nickname'], other]).toEqual(['ada', (one ?? 0) + 1])
    for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
  })

  it('are about the stay of somebody where nothing but a name of a person tells stays apart', () => {
    const stay = {
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid' },
        guest_name: { type: 'string' },
        nights: { type: 'integer' },
      },
    }
    const page = { type: 'object', properties: { next: { type: 'string', format: 'uri' } } }
    const generic = { type: 'object', properties: { data: { type: 'array', items: { type: 'object' } }, links: page } }
    const list = { allOf: [generic, { properties: { data: { type: 'array', items: stay } } }] }
    const charge = { type: 'object', properties: { amount: { type: 'number' }, nights: { type: 'integer' } } }
    const { environment, leftOut } = importedFrom({
      '/stays': {
        get: { responses: { 200: json(list) } },
        post: { requestBody: json(stay), responses: { 201: json(stay) } },
      },
      '/stays/{id}': { get: { responses: { 200: json(stay) } }, delete: { responses: { 204: {} } } },
      '/stays/{id}/charge': { post: { requestBody: json(charge), responses: { 200: json(charge) } } },
    })
    expect(leftOut.map(({ what }) => what)).toEqual(['POST /stays/{id}/charge'])
    expect(environment.definition.entities?.['probe-stay']).toMatchObject({
      opaque: true,
      mentions: {
        'guest_name:equals': ['the stay of <value:name>', "<value:name>'s stay", 'the stay for <value:name>'],
      },
    })
    expect(environment.tool('list_stays')?.phrases?.items?.[0]).toMatch(/^stay of <\/guest_name>/)
    expect(environment.tool('create_stay')?.phrases?.asks.join()).not.toContain('called')
    expect(environment.spec('create_stay')?.parameters).not.toHaveProperty('properties.amount')
    for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
  })

  it('know what is always the same, moments in seconds, ids that may stand for things, and what servers set', () => {
    const text = { type: 'string' }
    const account = {
      type: 'object',
      required: ['id', 'object', 'created', 'name', 'currency'],
      properties: {
        id: text,
        object: { type: 'string', enum: ['account'] },
        created: { type: 'integer' },
        name: text,
        currency: text,
      },
    }
    const gone = { type: 'object', properties: { id: text, deleted: { type: 'boolean' } } }
    const bill = {
      type: 'object',
      required: ['id', 'total', 'currency'],
      properties: {
        id: text,
        total: { type: 'integer' },
        currency: text,
        account: { anyOf: [text, account], description: 'ID of the account that pays.' },
      },
    }
    const sent = { type: 'object', properties: { account: text } }
    const { environment } = importedFrom({
      '/accounts': {
        get: { responses: { 200: json({ type: 'object', properties: { data: { type: 'array', items: account } } }) } },
      },
      '/accounts/{account}': { get: { responses: { 200: json({ anyOf: [account, gone] }) } } },
      '/bills': { post: { requestBody: json(sent), responses: { 200: json(bill) } } },
      '/bills/{bill}': { get: { responses: { 200: json(bill) } }, delete: { responses: { 204: {} } } },
    })
    expect(environment.specs.map(({ name }) => name)).toEqual([
      'list_accounts',
      'get_account',
      'create_bill',
      'get_bill',
      'delete_bill',
    ])
    // A customer of a bill is named, and found by that name.
    expect(environment.tool('create_bill')?.phrases?.asks.join()).toContain('with <account>')
    const told = [environment.tool('get_account'), environment.tool('list_accounts')].map((tool) =>
      JSON.stringify(tool?.phrases),
    )
    for (const phrases of told) expect(phrases).not.toMatch(/object|created/)
    const { world } = createScenario([environment], createRng(1))
    const [first] = (world.call({ id: 'c0', name: 'list_accounts', arguments: {} }).value as { data: JsonObject[] })
      .data
    expect(Number(first?.['created'])).toBeGreaterThan(1_600_000_000)
    const made = world.call({ id: 'c1', name: 'create_bill', arguments: {} }).value as JsonObject
    expect(made['currency']).toMatch(/^[A-Z]{3}$/)
    for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
  })

  it('take null for nothing sent, make texts as long as they have to be, and name things by what everybody calls them', () => {
    const optional = (type: Json): Json => ({ anyOf: [type, { type: 'null' }] })
    const text = { type: 'string' }
    const member = {
      type: 'object',
      required: ['id', 'plan'],
      properties: { id: { type: 'string', format: 'uuid' }, plan: text, full_name: optional(text) },
    }
    const joining = {
      type: 'object',
      required: ['password'],
      properties: { full_name: optional(text), password: { type: 'string', minLength: 9 } },
    }
    const change = { type: 'object', properties: { plan: optional(text), full_name: optional(text) } }
    const { environment } = importedFrom({
      '/members': {
        get: { responses: { 200: json({ type: 'array', items: member }) } },
        post: { requestBody: json(joining), responses: { 200: json(member) } },
      },
      '/members/{id}': { patch: { requestBody: json(change), responses: { 200: json(member) } } },
    })
    expect(environment.tool('list_members')?.phrases?.items?.[0]).toMatch(/^<\/full_name>/)
    const { world } = createScenario([environment], createRng(1))
    const call = (name: string, args: JsonObject): Json => world.call({ id: 'c', name, arguments: args }).value
    const [first] = call('list_members', {}) as JsonObject[]
    expect(call('update_member', { id: first?.['id'] ?? '', plan: null, full_name: null })).toEqual({
      ...first,
      full_name: null,
    })
    for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
  })

  it('are actions where a state of the thing is named like them', () => {
    const thing = {
      type: 'object',
      required: ['id', 'status'],
      properties: { id: { type: 'string' }, status: { type: 'string', enum: ['open', 'paid', 'Canceled', 'active'] } },
    }
    const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]
    const action = { post: { parameters, responses: { 200: json(thing) } } }
    const { environment, leftOut } = importedFrom({
      '/bills/{id}': { get: { parameters, responses: { 200: json(thing) } } },
      '/bills/{id}/pay': action,
      '/bills/{id}/cancel': action,
      '/bills/{id}/activate': action,
      '/bills/{id}/sign': action,
    })
    expect(environment.specs.map(({ name }) => name)).toEqual(['get_bill', 'pay_bill', 'cancel_bill', 'activate_bill'])
    expect(leftOut).toEqual([
      {
        what: 'POST /bills/{id}/sign',
        reason: "nothing says what 'sign' does: no state of bills is named like it",
      },
    ])
  })
})
