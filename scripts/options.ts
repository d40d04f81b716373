import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A command's options; a wrong one, or `--help`, is answered with how the command is used. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: T,
) {
  const end = (reason: string | null): never => {
    process.stderr.write(`${reason === null ? '' : `${reason}\n\n`}${usage}\n`)
    process.exit(reason === null ? 0 : 2)
  }
  const help = { help: { type: 'boolean', short: 'h' } } as const
  const read = () => parseArgs<{ options: T & typeof help }>({ options: { ...options, ...help } })
  let parsed: ReturnType<typeof read>
  try {
    parsed = read()
  } catch (fault) {
    return end(`${wrong(process.argv.slice(2).join(' '))} ${(fault as Error).message}`)
  }
  if ((parsed.values as { help?: boolean }).help) end(null)
  return {
    values: parsed.values,
    /** The number that an option holds, between two limits. */
    number(name: keyof T & string, least: number, most: number): number {
      const text = (parsed.values as Record<string, unknown>)[name]
      const number = typeof text === 'string' && text.trim() !== '' ? Number(text) : NaN
      if (!(number >= least && number <= most))
        end(`${wrong(`--${name} ${String(text)}`)} ${least} – ${most}`)
      return number
    },
    end,
  }
}

const wrong = (what: string) => `잘못된 옵션 · Wrong option: ${what}\n `
