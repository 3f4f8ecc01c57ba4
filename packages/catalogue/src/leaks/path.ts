import type { LeakRule } from './leak-rule.ts'

// A path in a sentence may be the URL that was asked for, or a JSON Pointer: only roots that no API has count by themselves.
const NOT_A_ROUTE = String.raw`(?<![\w./:~@{}-])(?<!\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ :]\s?)(?<!(?:URL|URI|resource|route|path) [\['"]?)`
const SEGMENTS = String.raw`[^\s"'\`<>,;:()|\]]{1,300}`
const SOURCE =
  '(?:[cm]?jsx?|[cm]?tsx?|py|rb|php|java|kt|scala|go|rs|cs|cpp|cc|exs?|erl|pl|pm|vb|fs|swift|jspx?|aspx?|cshtml|erb|twig|vue|svelte|sql|jar|war|dll|so|exe|conf|cnf|ini|ya?ml|env|pem|key|log|lock|sock|db|sqlite|mdf)'

/** Where things lie on the server's disk. */
export const PATH: LeakRule = {
  kind: 'path',
  hint: /[/\\]|htaccess|htpasswd|\.config|\.env|appsettings|docker|wp-config|id_rsa|\.(?:conf|ini|cnf)|inetpub|wwwroot|App_Data|public_html|htdocs|\.[a-z]{1,6}(?::\d|\(\d|,? (?:on |at )?line \d)/i,
  patterns: [
    /\bfile:\/{1,3}[^\s"'`<>)]{1,300}/gi,
    /\b(?:webpack|webpack-internal|rsrc|classpath|vfs|jar|node):\/{0,3}[\w./@-]{1,300}\/[\w.@-]{1,100}/gi,
    // Windows and UNC
    /(?<![A-Za-z\d])[A-Za-z]:\\{1,2}[^\s"'`<>|*?\\][^"'`<>|*?\n]{0,200}/g,
    /(?<![A-Za-z\d])[A-Za-z]:\/(?:[\w .-]{1,60}\/){1,20}[\w.-]{1,60}/g,
    /(?<![\w\\])\\{2,4}[\w.-]{1,60}\\{1,2}[\w$.-]{1,100}/g,
    /\b(?:inetpub|wwwroot|App_Data|public_html|htdocs)\b/gi,
    new RegExp(`${NOT_A_ROUTE}/(?:srv|var|usr|etc|opt|tmp|proc|mnt|vagrant|nix|layers|snap)/${SEGMENTS}`, 'g'),
    new RegExp(
      `${NOT_A_ROUTE}/(?:root|Users|home|private|Library|Applications|Volumes)/[^\\s/]{1,60}/${SEGMENTS}/${SEGMENTS}`,
      'g',
    ),
    new RegExp(`${NOT_A_ROUTE}/(?:[\\w.@-]{1,60}/){1,30}[\\w.@-]{1,80}\\.${SOURCE}(?![\\w/])`, 'g'),
    /(?<!\w)~\/[\w.-]{1,60}\/[^\s"'`]{1,200}/g,
    // A source file with a line
    new RegExp(
      `(?<![\\w/.\\\\-])[\\w./\\\\-]{1,200}\\.${SOURCE}(?::\\d{1,7}|\\(\\d{1,7}\\)|,? (?:on |at )?line \\d{1,7})`,
      'g',
    ),
    /(?<![\w-])[\w.@-]{0,60}\/?(?:node_modules|site-packages|dist-packages|__pycache__|vendor\/(?:bundle|laravel|symfony|composer)|\.cargo|\.gem|\.m2|\.nuget|\.pnpm|\.yarn)\/[^\s"'`]{0,200}/g,
    // Files of the house
    /(?<![\w-])(?:\.?htaccess|\.htpasswd|web\.config|wp-config\.php|appsettings(?:\.\w{1,30})?\.json|docker-compose\.ya?ml|Dockerfile|id_rsa|nginx\.conf|httpd\.conf|php\.ini|my\.cnf|\.env(?:\.\w{1,20})?)\b/g,
  ],
}
