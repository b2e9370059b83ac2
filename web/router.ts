import { createRouter, createWebHistory } from 'vue-router';
import ParkPage from './panels/park/ParkPage.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/:park?', component: ParkPage },
    { path: '/:park/:rest(.*)+', redirect: ({ params }) => ({ path: `/${String(params['park'])}` }) },
  ],
});
