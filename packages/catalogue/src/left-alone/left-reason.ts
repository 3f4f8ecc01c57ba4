/** Why a response leaves byte for byte as it came. */
export type LeftReason =
  // The message has no error body, or none that may be replaced
  | 'head'
  | 'informational'
  | 'no-content'
  | 'not-modified'
  | 'redirect'
  | 'partial-content'
  | 'multi-status'
  | 'client-closed'
  | 'stream'
  | 'binary'
  | 'too-large'
  // The body already speaks a standard of its own
  | 'problem'
  | 'oauth'
  | 'scim'
  | 'graphql'
  | 'json-rpc'
  | 'soap'
  | 'xml-rpc'
  // A status of 2xx, and nothing in the body that says otherwise
  | 'success'
