/**
 * A thing of a driver with some of its methods in other words, for those who use it from outside. What the driver does
 * within itself stays as it was: it counts on more of its own answers than others see.
 */
export function withMethods<Thing extends object>(thing: Thing, methods: object): Thing {
  return new Proxy(thing, {
    get: (target, name): unknown => {
      if (name in methods) return Reflect.get(methods, name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    }
  });
}
