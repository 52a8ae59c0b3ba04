/** A clock that moves only when told to. */
export class Clock {
  #now = 0;
  #waiting = [];

  now = () => this.#now;

  setTimeout = (run, after) => {
    const timer = { run, at: this.#now + after };
    this.#waiting.push(timer);
    return timer;
  };

  clearTimeout = (timer) => {
    this.#waiting = this.#waiting.filter((other) => other !== timer);
  };

  /** Lets time pass, and everything that was waiting for promises settle. */
  async pass(milliseconds) {
    this.#now += milliseconds;
    const due = this.#waiting.filter((timer) => timer.at <= this.#now);
    this.#waiting = this.#waiting.filter((timer) => timer.at > this.#now);
    for (const timer of due) timer.run();
    await new Promise((settled) => setImmediate(settled));
  }
}
