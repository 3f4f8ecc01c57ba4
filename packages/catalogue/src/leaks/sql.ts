import type { LeakRules } from './leak-rules.ts'

/** Statements, and the words of databases and their drivers. */
export const SQL: LeakRules = {
  kind: 'sql',
  hint: /sql|select|insert|update|delete|where|table|column|constraint|relation|duplicate|database|syntax|pq: |ora-|pls-|jdbc|odbc|db2|Key \(|lock|transaction|E11000|mongo|redis|WRONGTYPE|NOAUTH|MISCONF|READONLY|ReplyError|prisma|statement|row|query|transaction|pg_|authentication|denied|login failed|Msg |object name|ER_|cql/i,
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
    /\bE11000 duplicate\b|\bindex: \w{1,80}_-?1 dup key\b|\bdup key: \{/gi,
    /\bMongo(?:Server|Network|DB|Bulk|Write|Timeout)?(?:Selection)?Error\b|\bserver selection timed out\b|\bnot (?:primary|master)\b.{0,20}slaveOk/gi,
    /\bWRONGTYPE Operation|\bNOAUTH Authentication|\bNOSCRIPT No|\bMISCONF Redis|\bREADONLY You can't|\bCROSSSLOT Keys|\bOOM command not|\bLOADING Redis|\bReplyError\b/g,
  ],
}
