import { mount } from 'svelte';
import App from './App.svelte';
import 'session-id-badge';
import type {} from 'session-id-badge/svelte';

mount(App, { target: document.querySelector('#app')! });
