mod levels;
