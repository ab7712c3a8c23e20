// One thread for the specs with a browser and one for those without, which take turns: two of each read React, Mantine and charts twice and compile them
// twice, a seventh of all that web's specs take of the processor; `npm test` has the API's beside them.
import LightRunner from 'jest-light-runner';

export default class OneThread extends LightRunner {
  constructor(globalConfig, ...others) {
    // with one worker the runner would take the thread of Jest, in which the two kinds of specs would meet
    const own = { ...globalConfig, maxWorkers: 2 };
    super(own, ...others);
    own.maxWorkers = 1;
  }
}
