/** The package's version, as manifests record it. */
export const VERSION = '0.1.0'
