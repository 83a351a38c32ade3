import generated from '../generated/version.json' with { type: 'json' };

/** Version of the product. */
export const version: string = generated.version;
