ALTER TABLE `pairs` ADD PRIMARY KEY (`a`, `b`);
