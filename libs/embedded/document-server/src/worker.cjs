// entry of the thread: a worker takes a file, and thread.js exists only where the project is built
require('./sources.cjs');
require('./thread');
