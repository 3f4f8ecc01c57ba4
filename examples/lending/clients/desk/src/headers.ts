export const headers: Record<string, string> = {}
