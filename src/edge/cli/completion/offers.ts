import { CERTIFICATE_FORMATS } from '../../../report/certificates/certificate-formats.ts';
import { RULES } from '../../../rules/index.ts';
import { ENGINE_RULES } from '../../../findings/engine-rules.ts';
import { COMMANDS, OPTIONS, type Offered, type Option } from '../options.ts';

/** The shells that can complete what is typed. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** An option as it is typed. */
export interface OfferedOption {
  /** `--format`. */
  readonly flag: string;
  /** `-h`. */
  readonly short?: string;
  /** Whether it takes a value: in a word of its own or behind `=`, or behind `=` alone where it means something without. */
  readonly takesValue: 'no' | 'yes' | 'optionally';
  readonly offers?: Offered;
  /** The commands that do not take it. */
  readonly notOf: readonly string[];
}

/** What a shell offers behind `promsec`. Every word is of letters, digits, `.`, `-` and `_`, and needs no quotes. */
export interface Offers {
  readonly commands: readonly string[];
  readonly options: readonly OfferedOption[];
  /** Words in the place of paths, by command. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** What an option takes with one command alone, by command and then by option. */
  readonly special: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Made of the tables that the command line is read by. */
export const OFFERS: Offers = {
  commands: COMMANDS,
  options: Object.entries<Option>(OPTIONS).map(([name, { type, short, offers, alone, of = COMMANDS }]) => ({
    flag: `--${name}`,
    notOf: COMMANDS.filter(command => !of.includes(command)),
    takesValue: type === 'boolean' ? 'no' : alone === undefined ? 'yes' : 'optionally',
    ...(short === undefined ? {} : { short: `-${short}` }),
    ...(offers === undefined ? {} : { offers }),
  })),
  words: {
    completion: SHELLS,
    explain: [...RULES, ...ENGINE_RULES].map(({ id }) => id),
    rules: [],
    baseline: [],
    init: [],
    hash: [],
  },
  special: { certificates: { '--format': CERTIFICATE_FORMATS } },
};
