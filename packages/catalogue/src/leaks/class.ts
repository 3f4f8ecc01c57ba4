import type { LeakRule } from './leak-rule.ts'

const ENDING =
  '(?:Exception|Error|Fault|Violation|Controller|Service|ServiceImpl|Repository|RepositoryImpl|Handler|Middleware|Provider|Factory|DbContext|Manager|Filter|Interceptor|Servlet|Impl|Dao|Resolver|Mapper|Bean|Entity|Dto|DTO)'
const ROOT =
  '(?:com|org|net|io|java|javax|jakarta|kotlin|kotlinx|scala|groovy|clojure|akka|reactor|sun|jdk|android|androidx|feign|oracle|edu|gov|eu|de|fr|uk|nl|br|ch|at|it|es|pl|se|no|fi|cn|jp|ru|dev|app)'

/** The names of classes and exceptions, with their packages or without. */
export const CLASS: LeakRule = {
  kind: 'class',
  hint: /[\w]\.[a-z_]|\bGo (?:struct|value|type)|::|\\[A-Z]|Exception|Error\b|#</i,
  patterns: [
    // Java: `com.example.desk.Task.getId()`
    new RegExp(
      `(?<![\\w.$@/-])${ROOT}\\.(?:[a-z_][a-z0-9_]{0,60}\\.){1,12}[A-Z][\\w$]{1,100}(?:\\.[\\w$]{1,60}(?:\\(\\))?)?`,
      'g',
    ),
    /(?<![\w.$@/-])(?:java|javax|jakarta|kotlin|scala)\.(?:[a-z]{1,40}\.){0,6}[A-Z]\w{1,100}/g,
    new RegExp(`(?<![\\w.$@/-])(?:[A-Za-z_]\\w{0,60}\\.){1,12}[A-Z]\\w{0,100}${ENDING}\\b`, 'g'),
    // .NET; the names of its plain types stand in messages for people ("could not be converted to System.Int32").
    /(?<![\w.])(?:System|Microsoft|Newtonsoft|Npgsql|MySqlConnector|Azure|Dapper)\.(?!(?:U?Int(?:16|32|64)|String|Guid|DateTime(?:Offset)?|DateOnly|TimeOnly|TimeSpan|Decimal|Boolean|Double|Single|S?Byte|Char|Object|Nullable|Uri|Array)\b)(?:[A-Z]\w{0,60}\.){0,8}[A-Z]\w{1,80}/g,
    // PHP: `App\Models\Order`
    /(?<![\w\\:])\\?(?:[A-Z]\w{0,60}\\{1,2}){1,8}[A-Z]\w{0,60}/g,
    // Ruby, Perl, C++, Rust
    /(?<![\w:])(?:[A-Za-z_]\w{0,60}::){1,8}[A-Za-z_]\w{0,60}/g,
    /#<(?:Class:)?[A-Z][\w:]{1,100}(?::0x[\da-f]{4,16})?/g,
    // Go: validator's `Key: 'In.Email' Error:`
    /\bKey: '[A-Za-z]\w{0,60}\.[^'\n]{1,200}' Error:/g,
    /\bGo (?:struct|value|type)\b[^\n]{0,60}?\b[A-Z]\w{1,60}\.[\w.]{1,100}/g,
    // The exceptions of languages and drivers, which only ever tell about the server's own code
    /\b(?:Null(?:Pointer|Reference)|IndexOutOf(?:Bounds|Range)|ArrayIndexOutOfBounds|StringIndexOutOfBounds|ClassCast|ClassNotFound|NoClassDefFound|NumberFormat|Illegal(?:State|Argument|Access)|Unsupported(?:Operation|Encoding)|ConcurrentModification|InputMismatch|NoSuch(?:Element|Method|Field)|SQL|PDO|Query|IO|FileNotFound|UncheckedIO|Runtime|Unhandled|Uncaught|Error|Arithmetic|Interrupted|Invocation(?:Target)?|InvalidOperation|InvalidCast|ArgumentNull|ArgumentOutOfRange|Argument|KeyNotFound|Aggregate|ObjectDisposed|Format|TaskCanceled|Http(?:Unhandled|Compile|Parse|RequestValidation|Request)?|ViewState|\w{0,30}(?:SQL|Sql|SQLite|Oracle|DB2|Mongo|Redis)\w{0,30}|DbUpdate|Sql|Socket(?:Timeout)?|Connect|UnknownHost|SSLHandshake|HttpMessageNotReadable|DataIntegrityViolation|DataAccess|ConstraintViolation|LazyInitialization|Hibernate|JsonParse|JsonMapping|MethodArgumentNotValid|BadMethodCall|ModelNotFound|RecordNotFound)Exception\b/g,
    /\b(?:Type|Reference|Range|Syntax|Eval|URI|Key|Index|Attribute|Name|ZeroDivision|UnboundLocal|Assertion|Import|ModuleNotFound|Recursion|Runtime|NoMethod|Argument|UnicodeDecode|UnicodeEncode|StackOverflow|OutOfMemory|NotImplemented|FileNotFound|Permission|ConnectionRefused|ConnectionReset|BrokenPipe|JSONDecode|Operational|Integrity|Programming|Database|Interface|DataError|Axios|Fetch|Cast|Sequelize\w{0,40}|QueryFailed|EntityNotFound|PrismaClient\w{0,40}|Mongo\w{0,30}|Mongoose|KeyNotFound|Load|LocalJump|Script|Security|Standard|Socket|EOF|SystemCall|Thread|Fiber|Frozen|Encoding|FunctionClause|ArithmeticError|Undefined(?:Function)?|CaseClause|MatchError|Postgrex\.)Error\b/g,
  ],
}
