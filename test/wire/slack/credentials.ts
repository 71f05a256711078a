// What the app of the local Slack is known by, and its secrets.

export const CREDENTIALS = {
  appToken: 'xapp-1-local-app-token',
  signingSecret: 'local-signing-secret',
  clientId: '1234567890.9876543210',
  clientSecret: 'local-client-secret',
  stateSecret: 'local-state-secret',
} as const;
