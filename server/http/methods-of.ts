interface Route {
  readonly method: string;
  readonly path: string;
}

/** Tells which methods an address takes, from the routes of the app (middleware left out). */
export function methodsOf(routes: readonly Route[]): (path: string) => string[] {
  const patterns = routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}/?$`) }));
  return (path) => [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}
