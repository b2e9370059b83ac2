import { createRouter, createWebHistory } from 'vue-router';
import ParkPage from './panels/park/ParkPage.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/:park?', name: 'map', component: ParkPage },
    { path: '/:park/dashboard', name: 'dashboard', component: () => import('./panels/dashboard/DashboardPage.vue') },
    { path: '/:park/report', name: 'report', component: () => import('./panels/report/ReportPage.vue') },
    { path: '/:park/people', name: 'people', component: () => import('./panels/people/PeoplePage.vue') },
    {
      path: '/:park/:rest(.*)+',
      redirect: ({ params, query }) => ({ name: 'map', params: { park: params['park'] }, query }),
    },
  ],
});
