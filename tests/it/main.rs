mod art;
