import type { Catalogue } from '../entry.ts'
import { declareDialect } from './declare-dialect.ts'
import type { Dialect } from './dialect.ts'
import { AJV } from './ajv.ts'
import { ASPNET } from './aspnet.ts'
import { CAUSELOOP } from './causeloop.ts'
import { CONTRAFORCE } from './contraforce.ts'
import { DETAIL } from './detail.ts'
import { DJANGO_REST } from './django-rest.ts'
import { ERROR_STRING } from './error-string.ts'
import { ERRORS_LIST } from './errors-list.ts'
import { ERRORS_MAP } from './errors-map.ts'
import { EXPRESS_VALIDATOR } from './express-validator.ts'
import { FASTAPI } from './fastapi.ts'
import { FASTIFY } from './fastify.ts'
import { FORTARY } from './fortary.ts'
import { GOOGLE_AIP_193 } from './google-aip-193.ts'
import { GRAPHQL } from './graphql.ts'
import { HTML } from './html.ts'
import { JOI } from './joi.ts'
import { JSON_API } from './json-api.ts'
import { KORDIAM } from './kordiam.ts'
import { LARAVEL } from './laravel.ts'
import { MESSAGE_ONLY } from './message-only.ts'
import { NESTED_ERROR } from './nested-error.ts'
import { NESTJS } from './nestjs.ts'
import { ODATA } from './odata.ts'
import { PLAIN_TEXT } from './plain-text.ts'
import { RAILS } from './rails.ts'
import { RULEFORGE } from './ruleforge.ts'
import { SPRING_BOOT } from './spring-boot.ts'
import { SUCCESS_FLAG } from './success-flag.ts'
import { SYMFONY } from './symfony.ts'
import { ZOD } from './zod.ts'

/** Every dialect that comes with the package, in the order in which they are tried: the ones that ask for most come first. */
export const BUILT_IN_DIALECTS: readonly Dialect[] = [
  CONTRAFORCE,
  KORDIAM,
  CAUSELOOP,
  FORTARY,
  RULEFORGE,
  GOOGLE_AIP_193,
  ODATA,
  JSON_API,
  GRAPHQL,
  FASTAPI,
  EXPRESS_VALIDATOR,
  ZOD,
  AJV,
  JOI,
  SYMFONY,
  LARAVEL,
  ASPNET,
  SPRING_BOOT,
  FASTIFY,
  NESTJS,
  DJANGO_REST,
  RAILS,
  NESTED_ERROR,
  SUCCESS_FLAG,
  ERRORS_MAP,
  ERRORS_LIST,
  DETAIL,
  ERROR_STRING,
  MESSAGE_ONLY,
  HTML,
  PLAIN_TEXT,
]

/** The dialects of a catalogue in the order in which they are tried: its own first, then those that ask for most. */
export function dialectsOf({ dialects, ownDialects }: Pick<Catalogue, 'dialects' | 'ownDialects'>): readonly Dialect[] {
  return [...ownDialects.map(declareDialect), ...BUILT_IN_DIALECTS.filter(({ name }) => dialects.includes(name))]
}
