/** Pages of others, installed and built by the benchmark itself. */
export const peerIds = ['react-hook-form', 'rjsf', 'formbricks', 'surveyjs', 'formio'] as const;
export type PeerId = (typeof peerIds)[number];

export const pageIds = ['static', 'guestcard', 'next', ...peerIds] as const;
export type PageId = (typeof pageIds)[number];

export const pageNames: Record<PageId, string> = {
  static: 'Static HTML, inline CSS, no script',
  guestcard: 'Guestcard',
  next: 'Next, server-rendered form',
  'react-hook-form': 'Vite, React, React Hook Form, zod',
  rjsf: 'react-jsonschema-form',
  formbricks: 'Formbricks surveys (one question at a time)',
  surveyjs: 'SurveyJS',
  formio: 'Form.io',
};
