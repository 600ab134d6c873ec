mod check;
mod levels;
mod oracle;
mod rules;
