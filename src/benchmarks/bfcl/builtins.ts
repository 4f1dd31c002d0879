const BUILTINS: ReadonlySet<string> = new Set(
  (
    'ArithmeticError AssertionError AttributeError BaseException Exception FileNotFoundError IndexError KeyError LookupError NameError ' +
    'NotImplemented OSError RuntimeError StopIteration SyntaxError SystemExit TypeError ValueError ZeroDivisionError __build_class__ ' +
    '__builtins__ __debug__ __doc__ __file__ __import__ __loader__ __name__ __package__ __spec__ abs aiter all anext any ascii bin bool ' +
    'breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec ' +
    'exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list ' +
    'locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted ' +
    'staticmethod str sum super tuple type vars zip'
  ).split(' '),
)

/** Is it a name that Python itself defines? Such names are never bound here. */
export function isBuiltin(name: string): boolean {
  return BUILTINS.has(name)
}
