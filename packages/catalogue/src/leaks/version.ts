import type { LeakRule } from './leak-rule.ts'

const PRODUCT =
  '(?:Apache(?: Tomcat| Solr| Coyote)?|Coyote|nginx|openresty|tengine|Microsoft-IIS|Microsoft-HTTPAPI|IIS|PHP|C?Python|Werkzeug|gunicorn|uvicorn|hypercorn|WSGIServer|Jetty|Undertow|WildFly|JBoss(?:Web)?|GlassFish|WebLogic Server|WebSphere|Tomcat|Kestrel|OpenSSL|mod_[a-z]{2,20}|Phusion Passenger|Passenger|WEBrick|Puma|Unicorn|Varnish|Caddy|LiteSpeed|Cowboy|Express|Fastify|Node(?:\\.js)?|Ruby(?: on Rails)?|Rails|Rack|Django|Flask|Laravel|Symfony|Spring(?: Boot| Framework)?|Hibernate|MySQL|PostgreSQL|MariaDB|Oracle Database|SQL Server|Redis|MongoDB|Elasticsearch|Java|JVM|OpenJDK|Go|Perl|ASP\\.NET(?: Core)?|\\.NET(?: Core| Framework| CLR)?|Erlang/OTP|Elixir|Phoenix)'

/** What runs here, and in which version. */
export const VERSION: LeakRule = {
  kind: 'version',
  hint: /[a-z)][/ -]v?\d{1,4}(?:\.\d|\b)|version|server at/i,
  patterns: [
    new RegExp(`(?<![\\w.])${PRODUCT}(?:/|[ -]v?)\\d{1,4}\\.\\d{1,5}[\\w.+~-]{0,40}`, 'g'),
    new RegExp(`(?<![\\w.])${PRODUCT}/\\d{1,4}\\b`, 'g'),
    new RegExp(`(?<![\\w.])${PRODUCT} [Vv]ersion:?(?: ?v?\\d[\\w.+~-]{0,40})?`, 'g'),
    /\b(?:Debian|Ubuntu|CentOS|Red Hat|Alpine|Win32|Win64|Unix)\b\)? Server at \S{1,100} Port \d{1,5}/gi,
  ],
}
