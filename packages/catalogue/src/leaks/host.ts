import type { LeakRule } from './leak-rule.ts'

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const PRIVATE_IPV4 = `(?:(?:10|127)\\.${OCTET}|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01])|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])|0\\.0)\\.${OCTET}\\.${OCTET}`
const INNER_ZONE =
  '(?:local|internal|localdomain|lan|corp|intra|intranet|private|home\\.arpa|consul|svc|cluster|docker|test-internal)'
const CLOUD_ZONE =
  '(?:rds\\.amazonaws\\.com|cache\\.amazonaws\\.com|compute\\.amazonaws\\.com|elb\\.amazonaws\\.com|es\\.amazonaws\\.com|database\\.windows\\.net|redis\\.cache\\.windows\\.net|documents\\.azure\\.com|servicebus\\.windows\\.net|mongodb\\.net|upstash\\.io|neon\\.tech|supabase\\.co|cloudsql)'

/** Addresses, hosts and ports behind the front door. A public address may be the caller's own, and says nothing of us. */
export const HOST: LeakRule = {
  kind: 'host',
  hint: /\d\.\d|:[\da-f]{0,4}:|home\.arpa|\.test-internal|dsn=|dbname=|server=|\blookup |:\d|::|localhost|\.(?:local|internal|lan|corp|intra|private|consul|svc|cluster|docker)|:\/\/|amazonaws|windows\.net|azure|mongodb|upstash|neon|supabase|cloudsql|getaddrinfo|such host|ip-\d|host(?:name)?\s?=|jdbc|-[a-z0-9]{5}\b/i,
  patterns: [
    new RegExp(`(?<![\\d.])(?:${PRIVATE_IPV4})(?![\\d.]*\\d)(?::\\d{1,5})?`, 'g'),
    /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{1,5}\b/g,
    // IPv6: in brackets, shortened, or whole
    /\[[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:%\w{1,20})?\](?::\d{1,5})?/gi,
    /(?<![\w:.])(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}(?![\w:])/gi,
    /(?<![\w:.])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])/gi,
    /(?<![\w:.])::(?:1|ffff:[\d.]{7,15})(?![\w.])(?::\d{1,5})?/gi,
    // The caller's own machine is what a wrong origin or redirect names.
    /\blocalhost(?<!\b(?:origin|redirect\w{0,8}|callback|referer)\b[^\n]{0,24}localhost):\d{1,5}\b/gi,
    new RegExp(
      `(?<![\\w.@-])(?:[a-z0-9][\\w-]{0,62}\\.){1,8}${INNER_ZONE}(?![\\w-])(?:\\.[\\w-]{1,40}){0,4}(?::\\d{1,5})?`,
      'gi',
    ),
    new RegExp(`(?<![\\w.@-])(?:[a-z0-9][\\w-]{0,62}\\.){1,8}${CLOUD_ZONE}(?::\\d{1,5})?`, 'gi'),
    // `http://orders:8080/…`, `https://inventory/…`, `db-7.prod.example.com:5432`
    /\b[a-z][a-z\d+]{1,15}:\/\/(?!localhost\b)[\w.-]{1,200}:\d{2,5}\b/gi,
    /\b(?:https?|wss?|grpc|tcp|udp):\/\/(?!localhost\b|[\w-]{1,63}\.)[a-z][\w-]{0,62}(?=[/\s"'?#,;)]|$)/gi,
    /(?<![\w.@/:-])[a-z][\w-]{0,62}(?:\.[a-z][\w-]{0,62}){1,8}(?<!\.(?:[cm]?[jt]sx?|java|kt|scala|groovy|py|rb|php|go|rs|cs|exs?|erl|p[lm])):\d{2,5}\b(?!:\d)/gi,
    /(?<![\w.@/:-])[a-z][\w-]{0,62}:(?:5432|5433|3306|33060|6379|6380|27017|27018|9200|9300|1433|1521|5672|15672|9092|2181|2379|11211|8080|8081|8443|8500|50051|4222|7687|9042|26257)\b/gi,
    // `jdbc:postgresql:…`, `mongodb+srv://…`
    /\bjdbc:[a-z]{2,30}:\S{1,300}/gi,
    /\b(?:mongodb(?:\+srv)?|postgres(?:ql)?|mysql|mariadb|rediss?|amqps?|mssql|sqlserver|oracle|kafka|nats|ldaps?|smtps?|cassandra|clickhouse|memcached|sqlite|neo4j|bolt|etcd|consul|vault|unix|tcp|udp|dns|grpc|s3|gs|hdfs|wasbs?|abfss?):\/\/\S{1,300}/gi,
    /\b(?:mysql|pgsql|sqlsrv|oci|odbc):\s?(?:host|server|dbname|dsn)=\S{1,200}/gi,
    /\bhost(?:name)?\s?=\s?['"]?[\w.-]{2,100}/gi,
    /\bgetaddrinfo\b[^\n]{0,120}/g,
    /\blookup [\w.-]{1,200}(?: on [\d.:[\]a-f]{3,60})?: \S/g,
    // Kubernetes pods (its alphabet has no vowels) and EC2 names
    /\b[a-z][a-z\d-]{0,60}-[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g,
    /\bip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}\b/g,
  ],
}
