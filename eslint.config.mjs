import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import vueA11y from 'eslint-plugin-vuejs-accessibility';

/** Which room may not import which, and what to do instead (design of the house: ARCHITECTURE.md). */
const ban = (files, patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([group, message]) => ({ group: [group].flat(), message })) },
    ],
  },
});

const outside = [
  ['**/server/**', 'domain knows no server: return a decision and let a command save it'],
  ['**/web/**', 'domain knows no page'],
  ['node:*', 'domain does no input or output: take what you need as a parameter'],
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/store/**', '.ci/**'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...vueA11y.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser }, globals: globals.browser },
    plugins: { '@intlify/vue-i18n': vueI18n },
    rules: {
      '@intlify/vue-i18n/no-raw-text': ['error', { ignorePattern: '^[-–—·:：,，;；/()（）%+×≈→←↑↓|=.\\d\\s²]*$' }],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.ts', '**/*.vue'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  ban(['domain/**/*.ts'], outside),
  ban(
    ['domain/geometry/*.ts'],
    [...outside, [['../*/**', '../*.ts'], 'domain/geometry stands alone: pass numbers and shapes in']],
  ),
  ban(
    ['domain/geometry/*/*.ts'],
    [...outside, [['../../*/**', '../../*.ts'], 'domain/geometry stands alone: pass numbers and shapes in']],
  ),
  ban(
    ['server/**/*.ts'],
    [
      ['**/web/**', 'the server knows no page; types flow the other way through `type App`'],
      ['maplibre-gl', 'drawing lives in web/map'],
    ],
  ),
  ban(
    ['web/map/**/*.{ts,vue}'],
    [
      ['**/panels/**', 'the map emits events; panels listen'],
      ['**/api.ts', 'the map is given its data by props'],
      ['**/server/**', 'the page reaches the server through web/api.ts'],
    ],
  ),
  ban(
    ['web/ui/**/*.{ts,vue}'],
    [
      [
        ['**/domain/**', '**/state/**', '**/operations/**', '**/panels/**', '**/map/**'],
        'web/ui knows nothing of land: pass plain values in',
      ],
      ['**/server/**', 'the page reaches the server through web/api.ts'],
    ],
  ),
  ban(
    ['web/{panels,operations,state}/**/*.{ts,vue}'],
    [
      ['maplibre-gl', 'web/map is the only home of MapLibre'],
      ['**/server/**', 'the page reaches the server through web/api.ts'],
    ],
  ),
);
