// custom-elements.json, validated, and what editors read of it: web-types.json for JetBrains, *-custom-data.json for VS Code.
import { cemValidatorPlugin } from '@wc-toolkit/cem-validator';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** What a module exports, with what it passes on from others under `*`. */
function exportsOf(manifest, path) {
  const { exports } = manifest.modules.find((module) => module.path == path);
  return exports.flatMap((one) =>
    one.name == '*' ? exportsOf(manifest, one.declaration.module.replace(/\.js$/, '.ts')) : [one],
  );
}

/** What may stand in markup for a property that also takes null and undefined; no attribute of the badge is true by being there. */
const inMarkup = ({ inheritedFrom: _, ...attribute }) => ({
  ...attribute,
  // A property of the platform, which the element only listens to.
  ...(attribute.name == 'lang' && { fieldName: 'lang' }),
  type: { text: attribute.type.text.replaceAll(/ \| (null|undefined)/g, '').replace(/^boolean$/, "'true' | 'false'") },
});

/** Says what users see of the package: one module, the one that they import, and of the element only what is public. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const path = 'dist/define.js';
    const badge = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
    const inheritedFirst = (a, b) => Number(!!b.inheritedFrom) - Number(!!a.inheritedFrom);
    const { attributes, members, events } = badge;
    Object.assign(badge, {
      superclass: { name: 'LitElement', package: 'lit' },
      attributes: attributes.sort(inheritedFirst).map(inMarkup),
      members: members
        .filter(({ name, privacy }) => name != 'ownLang' && !/private|protected/.test(privacy))
        .sort(inheritedFirst)
        .map(({ inheritedFrom: _, ...member }) => member),
      // The analyzer takes the parameter of a method that dispatches for the name of an event.
      events: events.filter(({ description }) => description),
    });
    // One name may come on several ways.
    const byName = new Map(exportsOf(manifest, 'src/define.ts').map((one) => [one.name, one]));
    const exported = [...byName.values()].map((one) => ({ ...one, declaration: { name: one.declaration.name, module: path } }));
    Object.assign(manifest, {
      schemaVersion: '2.1.0',
      modules: [{ kind: 'javascript-module', path, declarations: [badge], exports: exported }],
    });
  },
};

const FIELDS = ['main', 'module', 'types', 'packageType', 'exports', 'customElementsProperty', 'publishedCem'];
const RULES = ['schemaVersion', 'modulePath', 'definitionPath', 'typeDefinitionPath', 'exportTypes', 'tagName'];
const errors = (names) => Object.fromEntries(names.map((name) => [name, 'error']));

export default {
  globs: ['src/define.ts', 'src/index.ts', 'src/session/index.ts', 'src/badge/element.ts', 'src/badge/session-element.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    asPublished,
    customElementJetBrainsPlugin({ hideLogs: true, packageJson: false }),
    customElementVsCodePlugin({ hideLogs: true }),
    cemValidatorPlugin({ rules: { packageJson: errors(FIELDS), manifest: errors(RULES) } }),
  ],
};
