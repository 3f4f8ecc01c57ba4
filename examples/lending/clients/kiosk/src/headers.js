export const headers = { 'content-type': 'application/json' }
