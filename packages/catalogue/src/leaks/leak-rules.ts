import { CLASS } from './class.ts'
import { HOST } from './host.ts'
import { INTERNAL } from './internal.ts'
import type { LeakRule } from './leak-rule.ts'
import { PATH } from './path.ts'
import { PII } from './pii.ts'
import { SECRET } from './secret.ts'
import { SQL } from './sql.ts'
import { STACK } from './stack.ts'
import { VERSION } from './version.ts'

/** One rule for each kind of leak, in the order in which they are searched. */
export const LEAK_RULES: readonly LeakRule[] = [STACK, SQL, SECRET, PATH, HOST, CLASS, INTERNAL, PII, VERSION]
