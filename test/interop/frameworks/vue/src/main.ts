import { createApp } from 'vue';
import App from './App.vue';
import 'session-id-badge';
import type {} from 'session-id-badge/vue';

createApp(App).mount('#app');
