interface FileInfo {
  readonly path: string
  readonly source: string
}

interface Api {
  readonly report?: (message: string) => void
  readonly stats?: (name: string, quantity?: number) => void
}

interface Options {
  /** The error catalogue; default: the configuration's, or `errors.catalogue.yaml` in the working folder. */
  readonly catalogue?: string
  /** Default: `problemshift.config.*` in the working folder. */
  readonly config?: string
}

/** The transform for jscodeshift; `undefined` where the file stays as it is. */
declare function transform(file: FileInfo, api?: Api, options?: Options): string | undefined

export = transform
