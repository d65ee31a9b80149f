/**
 * The scales of d3 that recharts is given here in place of all of them: it picks by name, so that no bundler can tell which are
 * never asked for. Ours are of numbers. Saves a visitor what calendars, colours and logarithms weigh.
 */
export { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
