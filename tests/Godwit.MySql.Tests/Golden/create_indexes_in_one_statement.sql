ALTER TABLE `users`
    ADD KEY `by_age` (`age`),
    ADD KEY `by_name` (`name`);
