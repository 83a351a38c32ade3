import { Argument } from 'commander';

/** An argument named in the language of the call; completion knows it by what it stands for, which has no language. */
export class NamedArgument extends Argument {
  readonly standsFor: 'paths' | 'texts' | 'shards' | 'workbook' | 'kind' | 'rule' | 'command' | 'notice' | 'edition';

  constructor(name: string, description: string, standsFor: NamedArgument['standsFor']) {
    super(name, description);
    this.standsFor = standsFor;
  }
}
