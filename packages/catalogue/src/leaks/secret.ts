import type { LeakRule } from './leak-rule.ts'

const NAME =
  '(?:password|passwd|passphrase|pwd|secret|token|api[_ -]?key|apikey|access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|client[_-]?secret|authorization|credentials?|authorization|session[_-]?id|session[_-]?id|sessionid|cookie|signature|sig|jwt|bearer|dsn|connection ?string|pass|auth|otp|pin)'

/** What opens doors. A masked value (`sk_test_****0000`) does not. */
export const SECRET: LeakRule = {
  kind: 'secret',
  hint: /=|sessionid|gh[pousr]-|(?:pass|word|phrase|wd|secret|token|key(?:[_-]?id)?|auth|credentials?|authorization|session[_-]?id|session|cookie|signature|sig|jwt|bearer|dsn|string|otp|pin|pwd)["']?\s?:|:\/\/|eyJ|bearer|basic|A[A-Z]{3}[A-Z\d]{12}|_[A-Za-z\d_]{6}|-[A-Za-z\d_]{16}|xox|sk-|key-|glpat|\$\d|\$a|pbkdf|SSHA|SG\.|AIza|ya29|hv[sbr]\.|BEGIN/i,
  patterns: [
    new RegExp(`(?<![A-Za-z])\\w{0,30}${NAME}["']?\\s?=\\s?["']?(?![\\s*•<[{…]|x{3})[^\\s"',;)*]{1,200}`, 'gi'),
    // Behind a colon words may follow ("password: must have 12 characters"): only a value with a figure in it counts.
    new RegExp(
      `(?<![A-Za-z])${NAME}["']?\\s?:\\s?["']?(?=[^\\s"',;)]{0,200}\\d)(?![*•<[{…]|x{3}|\\d{1,4}(?![\\w-]))[^\\s"',;)*]{6,200}`,
      'gi',
    ),
    /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g,
    /\bBearer\s{1,4}(?=\S{0,200}[\d_.])[\w.~+/=-]{6,}/gi,
    /\bBasic\s{1,4}(?=\S{0,200}[\d=])[A-Za-z\d+/]{8,}={0,2}/g,
    /\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA)[A-Z\d]{12,}\b/g,
    /\bhv[sbr]\.[\w-]{6,}/g,
    /\b(?:gh[pousr]|github_pat|glpat|npm|dop_v1|shpat|shpss|hf|pat)[_-][A-Za-z\d_]{16,}\b/g,
    /\bxox[abeoprs]-[\w-]{8,}/g,
    /\b(?:[srp]k|whsec|rk)_(?:live|test)_[A-Za-z\d]{6,}\b|\bwhsec_[A-Za-z\d]{8,}\b|\bsk-[A-Za-z\d_-]{16,}/g,
    /\bAIza[\w-]{20,}|\bya29\.[\w-]{10,}|\bSG\.[\w-]{10,}\.[\w-]{10,}|\bkey-[\da-f]{32}\b/g,
    /-----BEGIN [A-Z ]{0,40}(?:PRIVATE KEY|CERTIFICATE)-----/g,
    /\$2[abxy]\$\d\d\$[./A-Za-z\d]{10,}|\$argon2(?:id|i|d)\$\S{8,}|\$[156]\$[./A-Za-z\d]{1,40}\$[./A-Za-z\d]{10,}|\bpbkdf2_sha\d{1,3}\$\S{8,}|\{SSHA\}\S{8,}/g,
    // user:password@host
    /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:@/"']{0,100}:[^\s@/"']{1,100}@/gi,
    /\b(?:Data Source|Initial Catalog|User ?Id|Uid|Integrated Security|AccountKey|SharedAccessKey|SharedAccessSignature|DefaultEndpointsProtocol)\s?=\s?[^\s;]{1,200}/gi,
  ],
}
