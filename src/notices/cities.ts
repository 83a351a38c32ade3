/** A city's name as names of cities are compared: 海口 and 海口市 are one city. */
export const bareCity = (name: string): string => name.replace(/市$/, '');

/** Whether two names are of one city. */
export const isSameCity = (one: string, other: string): boolean => bareCity(one) === bareCity(other);
