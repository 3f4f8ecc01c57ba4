import type { LeakRule } from './leak-rule.ts'

/** Sentences that tell of the server's own code and of what stands behind it, and that no caller can act on. */
export const INTERNAL: LeakRule = {
  kind: 'internal',
  hint: /exception|Error in |connection pool|propert|cannot invoke|\(\)` on an? `|delayed connect|is null|undefined|\bnull\b|none|nil\b|not an? (?:object|function|constructor)|not (?:iterable|defined|callable|subscriptable)|object (?:has|is|reference)|serializable|unwrap|out of (?:bounds|range)|offset|upstream|remote server|status code|the schema|\b(?:unable|failed|could not|cannot|can't|error) (?:to )?(?:connect|communicat|talk|reach)|\bE(?:CONN|TIMED|SOCKET|HOST|NET|NOT|AI_|PIPE|ACCES|NOENT|PERM|MFILE|NFILE|ADDR|NOSPC|ISDIR|ROFS|PROTO|SRCH|NOMEM|NOBUF)|connection (?:refused|reset|is not)|socket hang|errno|no such (?:host|file)|no route|resol|not known|name server|nodename|memory|execution time|recursion|call (?:stack|to)|segment|dial |unexpected (?:keyword|response)|clause|unmarshal|thread|backend|lookup|retries|connectionpool|curl|I\/O|uncaught|unhandled|property|assignment|access|circular|destructure|heap|local variable|no module|supported between|positional|division|dictionary|bounds|comparison|lazily|sequence contains|value cannot be null|collection was|disposed|runtime|pointer|overflow|interface conversion|undefined|conversion|class|constant|arguments|stack level|implicit|right hand|arithmetic|private|protocol|broken pipe|i\/o timeout|permission denied,|open files|space left|certificate|x509|deadline|rpc error|transport|reset reason|unable to read|\[object|[^\w#]0x|^0x/i,
  patterns: [
    // JS
    /\bCannot (?:read|set) propert(?:y|ies)\b[^\n]{0,120}/gi,
    /\b(?:undefined|null) is not (?:an object|a function|iterable)\b/gi,
    /\b[\w$.]{1,100}(?:\(\.\.\.\))? is not a (?:function|constructor)\b/g,
    /\b[\w$.]{1,80} is not iterable\b|^(?:\w{1,40}: )?[a-z_$][\w$]{0,80} is not defined\.?$/gm,
    /\bCannot access '[^'\n]{1,80}' before initialization\b|\bAssignment to constant variable\b|\bMaximum call stack size exceeded\b|\bConverting circular structure to JSON\b|\bCannot destructure property\b|\bJavaScript heap out of memory\b|\bUnhandled promise rejection\b/gi,
    // Python
    /'NoneType' object\b|\bobject has no attribute '|\bobject is not (?:callable|subscriptable|iterable|JSON serializable)\b|\b(?:list|string|tuple) index out of range\b|\blocal variable '[^'\n]{1,80}' referenced before\b|\bmaximum recursion depth exceeded\b|\bname '[^'\n]{1,80}' is not defined\b|\bNo module named '|\bnot supported between instances of\b|\bunexpected keyword argument\b|\bmissing \d{1,2} required positional argument|\bdivision by zero\b|\bdictionary changed size\b/gi,
    // Java, .NET
    /\bCannot invoke "|\bbecause "[^"\n]{1,200}" is null\b|\bnested exception is\b|\bcannot be cast to class\b|\bIndex \d{1,9} out of bounds for length\b|\bComparison method violates\b|\bfailed to lazily initialize\b/gi,
    /\bObject reference not set\b|\bSequence contains (?:no|more than one) (?:matching )?elements?\b|\bValue cannot be null\. \(?Parameter\b|\bThe given key (?:'[^'\n]{0,200}' )?was not present in the dictionary\b|\bCannot access a disposed object\b|\bUnable to resolve service for type\b|\bCollection was modified\b/gi,
    // Go, Rust
    /\bruntime error:|\binvalid memory address\b|\bnil pointer dereference\b|\bindex out of range \[|\bcalled `\w{1,40}::\w{1,40}\(\)` on an? `|\bindex out of bounds: the len is\b|\battempt to (?:subtract|add|multiply|divide) with overflow\b|\bassignment to entry in nil map\b|\binterface conversion:|\bcannot unmarshal \w{1,20} into Go\b/gi,
    // PHP, Ruby, Elixir
    /\bUndefined (?:index|variable|offset|array key|property|constant)\b|\bCall to (?:a member function|undefined (?:method|function)|protected|private)\b|\bTrying to (?:get property|access array offset)\b|\bAllowed memory size of\b|\bMaximum execution time of\b|\bUncaught (?:Error|Exception|\w{1,40}Exception)\b|\bArray to string conversion\b|\bclass "?[\w\\]{1,200}"? not found\b/gi,
    /\bundefined (?:local variable or )?method [`']|\bfor nil:NilClass\b|\buninitialized constant\b|\bwrong number of arguments \(given\b|\bstack level too deep\b|\bno implicit conversion\b/gi,
    /\bno function clause matching\b|\bno case clause matching\b|\bno match of right hand side\b|\bbad argument in arithmetic\b|\bis undefined or private\b|\bprotocol \w{1,40}\.?\w{0,40} not implemented for\b/gi,
    // R
    /\bError in [^\n]{1,300}? : [^\n]{0,200}/g,
    // The system below
    /\bE(?:CONNREFUSED|CONNRESET|CONNABORTED|TIMEDOUT|SOCKETTIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|NOTFOUND|AI_AGAIN|PIPE|ACCES|NOENT|PERM|MFILE|NFILE|ADDRINUSE|ADDRNOTAVAIL|NOSPC|ISDIR|NOTDIR|NOTEMPTY|ROFS|PROTO|SRCH|NOMEM|NOBUFS)\b/g,
    /\[Errno -?\d{1,4}\]|\berrno[ =:]\s?-?\d{1,5}|\bsocket hang up\b|\bconnection refused\b|\bconnection reset by peer\b|\bbroken pipe\b|\bno route to host\b|\bName or service not known\b|\bname resolution\b|\bno such host\b|\bnodename nor servname\b|\bi\/o timeout\b|\bno such file or directory\b|\bpermission denied, (?:open|mkdir|unlink|rename|scandir)\b|\btoo many open files\b|\bno space left on device\b|\bcannot allocate memory\b|\bsegmentation fault\b|\bself[- ]signed certificate\b|\bunable to (?:verify the first|get local issuer) certificate\b|\bcertificate has expired\b|\bx509: /gi,
    /\bdial (?:tcp|udp|unix)\b|\bMax retries exceeded with url\b|\bHTTPS?ConnectionPool\b|\bcURL error \d|\bFailed to connect to \S{1,200} port \d|\bI\/O error on (?:GET|POST|PUT|PATCH|DELETE) request\b|\bConnection is not available, request timed out\b|\bcontext deadline exceeded\b|\brpc error: code = \w/gi,
    /\b(?:unable|failed|could not|cannot|can't|error) (?:to )?(?:connect(?:ing)?|communicat(?:e|ing)|talk(?:ing)?|reach(?:ing)?) (?:to |with )?(?:the )?(?:\w{1,20} )?(?:database|db|cache|redis|mongo(?:db)?|postgres(?:ql)?|mysql|broker|rabbitmq|kafka|elasticsearch|ldap|server at|replica|shard|primary)\b/gi,
    // What stands in front
    /\bupstream (?:connect error|prematurely|sent|server temporarily|timed out \(|disconnect)|\btransport failure reason\b|\breset reason\b|\bno (?:healthy|live) upstreams?\b|\bdelayed connect error\b|\berror reading from remote server\b|\bDNS lookup failure\b|\bServer unable to read\b|\bbackend (?:fetch|connection) failed\b/gi,
    /\bAn (?:unhandled )?exception occurred (?:processing|while|during)\b|\bRequest failed with status code \d{3}\b|\bResponse (?:doesn't|does not) match the schema\b|\bgot unexpected response from\b|\bconnection pool\b/gi,
    /(?<![\w#])0x[\da-f]{8,16}\b/gi,
    /\[object (?:Object|Undefined|Null)\]/g,
  ],
}
