/** A resource as the engine would be asked for it. */
export interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  isProtected: boolean;
  isRetained: boolean;
  /** The provider's name where it is not the usual one: what stands in another region. */
  provider: string;
}

/** A function as SST's command is asked to build it, with what is sealed into its folder. */
export interface Built {
  functionID: string;
  bundle: string;
  handler: string;
  links: string[];
}

export interface Evaluated {
  app: Record<string, unknown>;
  resources: Registered[];
  built: Built[];
}
