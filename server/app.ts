import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { requestId } from 'hono/request-id';
import { accountRoutes } from './account/routes.ts';
import { backupRoutes } from './backup/routes.ts';
import { commandRoutes } from './command-routes.ts';
import { documentRoutes, isUpload } from './documents/routes.ts';
import { historyRoutes } from './events/history-routes.ts';
import { spotRoutes } from './events/spot-routes.ts';
import { streamRoutes } from './events/stream-routes.ts';
import { healthRoutes } from './health.ts';
import type { House } from './house.ts';
import { answerError, answerNotFound, invalidInput } from './http/answer-problem.ts';
import type { HttpEnv } from './http/env.ts';
import { loopbackOnly, sameOriginWrites } from './http/guard-origin.ts';
import { wellFormedUrl } from './http/guard-url.ts';
import { inPark } from './http/in-park.ts';
import { limitRate, limits } from './http/limit-rate.ts';
import { methodsOf } from './http/methods-of.ts';
import { openApiDocument } from './http/open-api.ts';
import { servePage } from './http/page.ts';
import { strictJsonBody } from './http/read-body.ts';
import { choiceBodies, safeHeaders, smallBodies } from './http/safety.ts';
import { importRoutes, isImportQuestion, isSurveyUpload } from './imports/routes.ts';
import { layerRoutes } from './layers/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { parcelRoutes } from './parcels/routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { sessionRoutes } from './people/session-routes.ts';
import { whoAsks } from './people/who-asks.ts';
import { parkListRoutes, parkRoutes } from './parks/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import { projectRoutes } from './projects/routes.ts';
import { readinessRoutes } from './readiness/routes.ts';
import { reportRoutes } from './report/routes.ts';
import { roadRoutes } from './roads/routes.ts';
import { exportRoutes } from './survey/export/routes.ts';
import { tenderRoutes } from './tenders/routes.ts';
import { workRoutes } from './works/routes.ts';

/** Every address of the server. */
const routesOf = (house: House) =>
  new OpenAPIHono<HttpEnv>()
    .route('/api', healthRoutes(house))
    .route('/api/session', sessionRoutes(house)) // / /password /devices /devices/end
    .route('/api', peopleRoutes(house)) // /people /people/:person … /sign-ins
    .route('/api', backupRoutes(house)) // /backup
    .route('/api/parks', parkListRoutes(house))
    .route('/api/parks/:park', parkRoutes(house)) // / and /state
    .route('/api/parks/:park', layerRoutes(house)) // /layers/:layer
    .route('/api/parks/:park', exportRoutes(house)) // /export
    .route('/api/parks/:park', accountRoutes()) // /account, /account/compare, /account/curve
    .route('/api/parks/:park', ledgerRoutes(house)) // /ledger
    .route('/api/parks/:park/parcels', parcelRoutes()) // / and /:parcel
    .route('/api/parks/:park', readinessRoutes()) // /readiness /readiness/:parcel /batches /risks
    .route('/api/parks/:park/roads', roadRoutes()) // / and /:road
    .route('/api/parks/:park/works', workRoutes())
    .route('/api/parks/:park', projectRoutes()) // /projects /pipeline /idle-land
    .route('/api/parks/:park', tenderRoutes()) // /sections /payments /milestones /targets /funds
    .route('/api/parks/:park', reportRoutes(house)) // /report and /digest, each also as a file
    .route('/api/parks/:park', historyRoutes(house)) // /history /history/actors
    .route('/api/parks/:park', spotRoutes(house)) // /spot
    .route('/api/parks/:park', documentRoutes(house)) // /documents and /documents/:document
    .route('/api/parks/:park', importRoutes(house)) // /imports, /imports/:import … /file /examine /land
    .route('/api/parks/:park', streamRoutes(house)) // /events
    .route('/api/parks/:park', presenceRoutes(house)) // /presence
    .route('/api/parks/:park', commandRoutes(house)); // /commands/:command

export type App = ReturnType<typeof routesOf>;

export function createApp(house: House) {
  const app = new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error.issues);
    },
  });
  app.onError(answerError);
  app.use(requestId(), async (c, next) => {
    c.set('log', house.log);
    c.set('proxies', house.proxies);
    const started = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - started);
    house.log.info({ method: c.req.method, path: c.req.path, status: c.res.status, milliseconds });
  });
  app.use(safeHeaders, wellFormedUrl);
  if (house.isLoopback) app.use(loopbackOnly(house));
  app.use(sameOriginWrites(house));
  app.use('/api/*', limitRate(limits.everything));
  app.use('/api/*', notStored, exceptUploads(fittingBodies), exceptUploads(strictJsonBody));
  for (const path of personal) app.use(path, whoAsks(house));
  app.use('/api/backup', limitRate(limits.backups));
  app.on('POST', ['/api/parks/:park/documents', '/api/parks/:park/imports'], limitRate(limits.uploads));
  app.use('/api/parks/:park/commands/*', limitRate(limits.commands));
  app.on('GET', reportFiles, limitRate(limits.reportFiles));
  app.on('GET', '/api/parks/:park/export', limitRate(limits.landFiles));
  app.use('/api/*', async (c, next) => (/\/(events|layers\/[^/]+)$/.test(c.req.path) ? next() : compressed(c, next)));
  app.use('/api/parks/:park/*', inPark(house));

  const routes = routesOf(house);
  const document = openApiDocument(routes);
  app.route('/', routes);
  app.get('/api/openapi.json', (c) => c.json(document));
  if (house.pageFolder !== null) app.use(servePage(house.pageFolder));
  app.notFound(answerNotFound(methodsOf(app.routes)));
  return app;
}

/**
 * Where it matters who asks. Everything else is open to everybody and answered from memory, also while the database
 * with the sessions is away. A route of `onlyFor` that is missing here refuses everybody.
 */
const personal = [
  '/api/session',
  '/api/session/*',
  '/api/people',
  '/api/people/*',
  '/api/sign-ins',
  '/api/backup',
  '/api/parks/:park/events',
  '/api/parks/:park/history',
  '/api/parks/:park/history/*',
  '/api/parks/:park/spot',
  '/api/parks/:park/presence',
  '/api/parks/:park/documents',
  '/api/parks/:park/documents/*',
  '/api/parks/:park/imports',
  '/api/parks/:park/imports/*',
  '/api/parks/:park/commands/*',
];

/** What takes more than a moment to write. */
const reportFiles = ['report', 'digest'].flatMap((name) =>
  ['md', 'docx', 'xlsx'].map((ending) => `/api/parks/:park/${name}.${ending}`),
);

const notStored: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
};

const fittingBodies: MiddlewareHandler = (c, next) =>
  (isImportQuestion(c.req.path) ? choiceBodies : smallBodies)(c, next);

/** Files are no JSON and larger; their route checks them as they come in. */
const exceptUploads =
  (middleware: MiddlewareHandler): MiddlewareHandler =>
  (c, next) =>
    isUpload(c.req.method, c.req.path) || isSurveyUpload(c.req.method, c.req.path) ? next() : middleware(c, next);

const compressed = compress({ threshold: 1_024 });
