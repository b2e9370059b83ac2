import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, speak } from './i18n.ts';
import { router } from './router.ts';
import { useView } from './state/view.ts';
import { keepFocus } from './ui/keep-focus.ts';
import 'element-plus/theme-chalk/base.css';
import './styles/theme.css';
import './styles/page.css';
import './styles/controls.css';

// The policy of the page forbids `eval`; without this zod tries it when a form is loaded, and the browser reports it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const app = createApp(App).use(createPinia()).use(router).use(i18n);
// Not awaited at the top: lazy pages import this chunk and would wait for it while it waits for them.
void router
  .isReady()
  .then(() => speak(useView().locale))
  .then(() => app.mount('#app'))
  .then(keepFocus)
  .then(() => {
    if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;
    const start = () => import('./offline/register-worker.ts').then(({ registerWorker }) => registerWorker(navigator));
    if (document.readyState === 'complete') void start();
    else window.addEventListener('load', () => void start());
  });
