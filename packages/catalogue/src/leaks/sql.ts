import type { LeakRule } from './leak-rule.ts'

/** Statements, and the words of databases and their drivers. */
export const SQL: LeakRule = {
  kind: 'sql',
  hint: /sql|"key[PV]|sequelize|typeorm|hibernate|mongoose|knex|doctrine|eloquent|postgres|odbc|mongodb|cassandra|\bPDO\b|ingres|firebird|monetdb|memcached|OLE DB|mariadb|cockroachdb|timescaledb|virtuoso|clickhouse|extract|CREATE |ALTER |DROP |TRUNCATE |TNS-|\[IBM\]|\[Microsoft\]|\bCR_|pgx: |gorm: |WiredTiger|no documents|Zend_Db|violates|does not exist|too many clients|slots|unexpectedly|value too long|out of range|violation|truncated|quotation|conversion|execute|proxy|an operation failed|dup key|not primary|not master|NOSCRIPT|CROSSSLOT|OOM|LOADING|oracle|sybase|informix|db2?\b|snowflake|bigquery|dynamo|_[a-z_]{3,30}\(|expression|parser|manual|union|xpath|terminated|ERROR \d|\[\d{5}|select|insert|update|delete|where|table|column|constraint|relation|duplicate|database|syntax|pq: |ora-|pls-|jdbc|odbc|db2|Key \(|lock|transaction|E11000|mongo|redis|WRONGTYPE|NOAUTH|MISCONF|READONLY|ReplyError|prisma|statement|row|query|transaction|pg_|authentication|denied|login failed|Msg |object name|ER_|cql/i,
  patterns: [
    // Statements. English has "select … from" and "delete from" too, so capitals or quoting are asked for.
    /\bSELECT\b[^\n]{1,500}?\bFROM\b/g,
    /\bselect\s{1,4}(?:\*|count\(|distinct\b)/gi,
    /\bselect\s[^\n]{1,300}?\sfrom\s{1,4}["'`[]?[\w.]{1,80}["'`\]]?\s{1,4}(?:where|join|inner|left|order by|group by|limit|as)\b/gi,
    /\bselect\s[^\n]{1,300}?\sfrom\s{1,4}["`[]/gi,
    /\bINSERT INTO\b/g,
    /\binsert into\s{1,4}["'`[]?[\w.]{1,80}["'`\]]?\s{0,4}(?:\(|values\b|select\b)/gi,
    /\bUPDATE\s{1,4}\S{1,80}\s{1,4}SET\b/g,
    /\bupdate\s{1,4}\S{1,80}\s{1,4}set\s{1,4}\S{1,80}\s{0,4}=/gi,
    /\bDELETE FROM\b/g,
    /\bdelete from\s{1,4}\S{1,80}\s{1,4}where\b/gi,
    /\bWHERE\s{1,4}\S{1,80}\s{0,4}(?:=|<|>|!=|LIKE\b|IN\b|IS\b)/g,
    /\bwhere clause\b/gi,
    /\b(?:CREATE|ALTER|DROP|TRUNCATE) (?:TABLE|INDEX|DATABASE|VIEW|COLUMN)\b/g,
    // Codes
    /\bSQLSTATE\b|\bSQL state\b|\bSQLCODE\b/gi,
    /\b(?:ORA|PLS|TNS|SQL)-\d{4,5}[A-Z]?\b/g,
    /\bDB2 SQL\b|\[IBM\]|\[Microsoft\]\[|\[SQL Server\]|\[ODBC\b|\bODBC (?:Driver|SQL Server|error)\b|\bMsg \d{1,6}, Level \d/gi,
    /\b(?:ER|SQLITE|CR)_[A-Z]{2,30}(?:_[A-Z]{1,30}){0,5}\b/g,
    /\b(?:pq|sql|pgx|psql|sqlx|gorm|mysqli?|mssql|sqlite3?|cassandra|gocql|mongo|redis|WiredTiger): |\bno (?:rows|documents) in result(?: set)?\b/g,
    /\bERROR \d{4} \([\dA-Z]{5}\)|\bERROR \d\d[A-Z\d]\d\d:|\bORA-\d|\[\d{5}-\d{1,4}\]/g,
    // Products and drivers, where they speak of an error
    /\b(?:(?:My|Postgre|Mem|Ms|No)?SQL|(?:Maria|Cockroach|Timescale)DB|SQLite\d?|DB2?|Postgres|Oracle|Sybase|Informix|Ingres|Firebird|MonetDB|Cassandra|MongoDB|Redis|Memcached|Npgsql|ODBC|JDBC|OLE DB|PDO|Virtuoso|ClickHouse|Snowflake|BigQuery|DynamoDB|Prisma|Sequelize|TypeORM|Hibernate|Mongoose|Knex|Doctrine|Eloquent)\b[^\n]{0,30}?\b(?:error|exception|driver|provider|server version|result|query failed|syntax|statement|command|message)\b/gi,
    /\b[\w.]{2,60}\.jdbc\b|\b(?:mysqli?|pg|mssql|sqlsrv|oci|ora|ibase|ifx|sybase|maxdb|db2|sqlite|odbc)_[a-z_]{3,30}\(|\bZend_Db_\w{1,60}/gi,
    /\b(?:JET|Access) Database Engine\b|\bin query expression\b|\bin criteria expression\b|\bin statement \[|\bquoted string not properly terminated\b|\bColumn count doesn't match\b|\bselect statements have different number of columns\b|\bUNION query has different number\b|\bcheck the manual that\b|\bXPATH syntax error\b|\bDynamic SQL Error\b|\bSyntax error or access violation\b|\bSyntax error: (?:Encountered|failed at)\b|\bParser: parse error at\b/gi,
    // PostgreSQL
    /\bviolates (?:unique|foreign key|not-null|check|exclusion|row-level) /gi,
    /\bduplicate key (?:value|error)\b/gi,
    /\bKey \([^)\n]{1,200}\)=\([^)\n]{0,300}\)/g,
    /\b(?:relation|column|function|schema|operator|type) "?[\w.]{1,100}"? does not exist\b/g,
    /\brelation "[^"\n]{1,100}"/g,
    /\bsyntax error (?:at or near|at end of input|in SQL)/gi,
    /\binvalid input syntax for (?:type|integer|uuid)/gi,
    /\bpg_hba\.conf\b|\bpassword authentication failed for user\b|\btoo many clients already\b|\bremaining connection slots\b/gi,
    /\bcanceling statement due to\b|\bcurrent transaction is aborted\b|\bdeadlock detected\b|\bserver closed the connection unexpectedly\b/gi,
    /\bnull value in column\b|\bvalue too long for type\b|\bout of range for type\b/gi,
    /\bthe database system is (?:starting|shutting)\b/gi,
    // MySQL
    /\byou have an error in your SQL\b|\bSQL syntax\b|\bSQL (?:query|statement|error|exception)\b|\(SQL:/gi,
    /\bDuplicate entry '[^\n]{0,300}?' for key\b/gi,
    /\bUnknown (?:column|table|database) '/gi,
    /\bTable '[^'\n]{1,200}' (?:doesn't|does not) exist/gi,
    /\bAccess denied for user '/gi,
    /\bCannot (?:add or update|delete or update) a (?:child|parent) row/gi,
    /\bDeadlock found when\b|\bLock wait timeout exceeded\b|\bMySQL server (?:has gone away|version)\b|\bLost connection to MySQL\b/gi,
    /\bData too long for column\b|\bIncorrect \w{1,20} value: '[^'\n]{0,200}' for column\b|\bColumn '[^'\n]{1,100}' cannot be null\b/gi,
    // SQLite, SQL Server, Oracle
    /\bno such (?:table|column):/gi,
    /\b(?:UNIQUE|FOREIGN KEY|NOT NULL|CHECK|PRIMARY KEY) constraint (?:failed|'|")/gi,
    /\bdatabase (?:is|table is) locked\b|\bnear "[^"\n]{1,100}": syntax error/gi,
    /\bInvalid (?:object|column) name '/gi,
    /\bViolation of (?:PRIMARY|UNIQUE|FOREIGN) KEY\b|\bstatement conflicted with the\b|\bString or binary data would be truncated\b/gi,
    /\bUnclosed quotation mark\b|\bIncorrect syntax near\b|\bConversion failed when converting\b|\bTransaction \(Process ID\b/gi,
    /\bCannot open database\b|\bLogin failed for user\b|\bunique constraint \([^)\n]{1,100}\)/gi,
    // Object mappers
    /\bcould not (?:execute (?:statement|query|batch)|extract ResultSet|initialize proxy|prepare statement)\b|\bconstraint \[/gi,
    /\b(?:Record|Row|Entity) not found in table\b|\bin table ["'`[]\w/gi,
    /\bInvalid `?prisma\b|\bUnique constraint failed on the\b|\bForeign key constraint (?:failed|violated)\b/gi,
    /\ban operation failed because it depends on one or more records\b/gi,
    /\bNo query results for model\b/gi,
    // Documents and keys
    /"key(?:Pattern|Value)":\{/g,
    /\bE11000 duplicate\b|\bindex: \w{1,80}_-?1 dup key\b|\bdup key: \{/gi,
    /\bMongo(?:Server|Network|DB|Bulk|Write|Timeout)?(?:Selection)?Error\b|\bserver selection timed out\b|\bnot (?:primary|master)\b.{0,20}slaveOk/gi,
    /\bWRONGTYPE Operation|\bNOAUTH Authentication|\bNOSCRIPT No|\bMISCONF Redis|\bREADONLY You can't|\bCROSSSLOT Keys|\bOOM command not|\bLOADING Redis|\bReplyError\b/g,
  ],
}
