import { createRouter, createWebHistory } from 'vue-router';
import HomePage from './shell/HomePage.vue';
import NotHere from './shell/NotHere.vue';
import ListView from './nodes/ListView.vue';
import ProjectPage from './nodes/ProjectPage.vue';
import TreeView from './nodes/TreeView.vue';

export const router = createRouter({
  history: createWebHistory('/app/'),
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/w/:workspaceId', name: 'workspace', component: HomePage, props: true },
    { path: '/n/:shortId', name: 'node', component: () => import('./focus/NodeRedirect.vue'), props: true },
    { path: '/people/:handle', name: 'person', component: () => import('./projects/PersonRedirect.vue'), props: true },
    {
      path: '/p/:projectKey',
      component: ProjectPage,
      props: true,
      redirect: (to) => ({ name: 'list', params: to.params }),
      children: [
        { path: 'list', name: 'list', component: ListView },
        { path: 'tree', name: 'tree', component: TreeView },
        { path: 'graph', name: 'graph', component: () => import('./graph/GraphView.vue') },
        { path: 'timeline', name: 'timeline', component: () => import('./timeline/TimelineView.vue') },
        { path: 'documents', name: 'documents', component: () => import('./documents/DocumentsView.vue') },
        { path: 'board', name: 'board', component: () => import('./board/BoardView.vue') },
      ],
    },
    { path: '/:nothing(.*)*', component: NotHere },
  ],
});
