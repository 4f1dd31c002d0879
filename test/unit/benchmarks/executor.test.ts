import { beforeAll, describe, expect, it } from 'vitest'
import { type BenchmarkClasses, createStart, Executor, loadClasses } from '../../../src/benchmarks/bfcl/index.js'

let classes: BenchmarkClasses

beforeAll(async () => {
  classes = await loadClasses(['TicketAPI', 'MathAPI', 'GorillaFileSystem'])
})

function executor(configuration: object = {}): Executor {
  const involved = ['TicketAPI', 'MathAPI', 'GorillaFileSystem']
  const start = createStart(classes, {
    involved,
    configuration: configuration as never,
    longContext: false,
    extension: {},
    clock: '2026-01-05T10:00:00',
  })
  return new Executor(start, 'm.1/x_eval_case-0')
}

const run = (text: string): string => executor().execute(text).text

describe('a call text', () => {
  it.each([
    ['ticket_get_login_status()', '{"login_status": false}'],
    [" ticket_login ( 'ann' , password = 'pw' ) \n", '{"success": true}'],
    ['get_user_tickets()', "[{'error': 'User not authenticated. Please log in to view tickets.'}]"],
    ["mkdir(dir_name='a')", 'None'],
    ['add(a=1, b=2.0)', '{"result": 3.0}'],
    ["add(a=multiply(a=2,b=3)['result'], b=4)", '{"result": 10}'],
    ["mean(numbers=[add(a=1,b=2)['result'], 4])", '{"result": 3.5}'],
    ['add(1, 2), add(3, 4)', "({'result': 3}, {'result': 7})"],
    ['1 + 1', '2'],
    ['7 // -2 * 3 % 5 - 1.5', '1.5'],
    ["'a' + 'b'", 'ab'],
    ["[1, 2.0, 'a', None, True]", "[1, 2.0, 'a', None, True]"],
    ["{'a': 1.0}", '{"a": 1.0}'],
    ['1e400', 'inf'],
  ])('%j gives %s', (text, result) => expect(run(text)).toBe(result))

  it.each([
    ['foo(a=1)', "name 'foo' is not defined"],
    ['ls', "name 'ls' is not defined"],
    ['TicketAPI.logout()', "name 'TicketAPI' is not defined"],
    ['foo(bar(1))', "name 'foo' is not defined"],
    ["kill('x')", 'Function call kill is not allowed.'],
    ['remove', 'Function call remove is not allowed.'],
    ['foo.run(1)', 'Function call run is not allowed.'],
    ['popen(', 'Function call popen is not allowed.'],
    ['logout(x=1)', "TicketAPI.logout() got an unexpected keyword argument 'x'"],
    ['ticket_login()', "TicketAPI.ticket_login() missing 2 required positional arguments: 'username' and 'password'"],
    ["ticket_login(password='x')", "TicketAPI.ticket_login() missing 1 required positional argument: 'username'"],
    ['logarithm()', "MathAPI.logarithm() missing 3 required positional arguments: 'value', 'base', and 'precision'"],
    ['logout(1)', 'TicketAPI.logout() takes 1 positional argument but 2 were given'],
    ['add(1, 2, 3)', 'MathAPI.add() takes 3 positional arguments but 4 were given'],
    ['create_ticket(1, 2, 3, 4)', 'TicketAPI.create_ticket() takes from 2 to 4 positional arguments but 5 were given'],
    ['add(1, a=2)', "MathAPI.add() got multiple values for argument 'a'"],
    ['add(1, 2, 3, x=1)', "MathAPI.add() got an unexpected keyword argument 'x'"],
    ['add(a=1, a=2)', 'keyword argument repeated: a (<string>, line 1)'],
    ['add(a=1', "'(' was never closed (<string>, line 1)"],
    ['', 'invalid syntax (<string>, line 0)'],
    ["add(a=1, b=2)['x']", "'x'"],
    ["ls()['current_directory_content'][0]", 'list index out of range'],
    ["[1]['a']", 'list indices must be integers or slices, not str'],
    ["'abc'['a']", "string indices must be integers, not 'str'"],
    ['1 / 0', 'division by zero'],
    ["'a' + 1", 'can only concatenate str (not "int") to str'],
    ["1 + 'a'", "unsupported operand type(s) for +: 'int' and 'str'"],
    ['{[1]: 2}', "unhashable type: 'list'"],
  ])('%j raises %s', (text, message) => {
    expect(executor().execute(text)).toMatchObject({ text: `Error during execution: ${message}`, raised: true })
  })

  it('is rewritten inside its strings too', () => {
    const live = executor()
    live.execute("ticket_login(username='ann', password='pw')")
    const { text } = live.execute("create_ticket(title='see notes (draft)', description='use sort (x) and re_add (y)')")
    expect(JSON.parse(text)).toMatchObject({
      title: 'see notes(draft)',
      description: 'use m_1_x_eval_case_0_GorillaFileSystem_instance.sort(x) and re_add(y)',
    })
  })

  it.each([
    ['print', 'python-builtin'],
    ['[x for x in ls()]', 'python-form'],
    ["'a'.upper()", 'python-attribute'],
  ])('%j counts as unsupported: %s', (text, name) => expect(executor().execute(text).unsupported).toBe(name))

  it('counts a directory copied into itself as unsupported', () => {
    const live = executor()
    live.execute("mkdir(dir_name='a')")
    expect(live.execute("cp(source='a', destination='a')")).toMatchObject({
      raised: true,
      unsupported: 'self-copied-directory',
    })
  })

  it('keeps state between calls, and the raised exception of a nested call', () => {
    const live = executor()
    live.execute("touch(file_name='a')")
    expect(live.execute('ls()').text).toBe('{"current_directory_content": ["a"]}')
    expect(live.execute("find(path=None)['matches']").text).toBe(
      "Error during execution: 'NoneType' object has no attribute 'rstrip'",
    )
  })
})

describe('a parsed call', () => {
  it('gives the same text as its own', () => {
    expect(executor().call('add', { a: 1, b: { $float: 2 } }).text).toBe('{"result": 3.0}')
    expect(executor().call('add', { a: 1 }).text).toBe(
      "Error during execution: MathAPI.add() missing 1 required positional argument: 'b'",
    )
    expect(executor().call('foo', {}).text).toBe("Error during execution: name 'foo' is not defined")
  })
})

describe('executors', () => {
  it('never touch one another or their start', () => {
    const start = createStart(classes, {
      involved: ['GorillaFileSystem'],
      configuration: {},
      longContext: false,
      extension: {},
      clock: '2026-01-05T10:00:00',
    })
    const [one, other] = [new Executor(start, 'one'), new Executor(start, 'other')]
    one.execute("touch(file_name='a')")
    expect(other.execute('ls()').text).toBe('{"current_directory_content": []}')
  })
})
