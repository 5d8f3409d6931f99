/// <reference types="vite/client" />
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../../renderer/looks/fonts.css';
import '../../../../renderer/looks/tokens.css';
import '../../../../renderer/looks/base.css';
import { speak } from '../../../../renderer/words.ts';
import './gallery.css';
import { SCENES } from './scenes.tsx';

const asked = new URLSearchParams(window.location.search);
const locale = asked.get('locale') === 'en' ? 'en' : 'nl';
const hand = asked.get('hand') === 'left' ? 'left' : 'right';
const Scene = SCENES[asked.get('scene') ?? 'desk'];
const root = document.getElementById('root');
if (!Scene || !root) throw new Error(`No scene ${asked.get('scene')}`);

// The other language on the same page: what is looked at twice need not be opened twice.
window.addEventListener('gallery-speak', () => void speak('en'));
await speak(locale);
createRoot(root).render(<StrictMode><Scene hand={hand} /></StrictMode>);
