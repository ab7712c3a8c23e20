import { ExchangeModule } from '../features/exchange/exchange.module.ts';
import { PublicationModule } from '../features/publication/publication.module.ts';

/** Modules whose resolvers are public. */
export const publicFeatures = [PublicationModule, ExchangeModule];
