// These packages bring no types of their own; the tests look at what they give, not at what they promise.
declare module '@cypress/request-promise'
declare module 'needle'
declare module 'superagent'
declare module 'supertest'
declare module '@cypress/request'
