// One thread for the specs with a browser and one for those without, used in turns. With two threads of each, React,
// Mantine and charts would be read and compiled twice, a seventh of the processor time of all web specs; and `npm test`
// runs the API's specs beside them.
import LightRunner from 'jest-light-runner';

export default class OneThread extends LightRunner {
  constructor(globalConfig, ...others) {
    // with one worker the runner would use Jest's own thread, in which the two kinds of specs would meet
    const own = { ...globalConfig, maxWorkers: 2 };
    super(own, ...others);
    own.maxWorkers = 1;
  }
}
