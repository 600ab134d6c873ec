mod levels;
mod oracle;
mod rules;
