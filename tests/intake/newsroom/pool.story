Vellmar will close its open-air pool for the summer because the filters have failed, the town's works department said on Friday.

“New filters take five months to be delivered, and we ordered them in March,” said Igor Novak, head of the department. “I learned to swim there, and I am sorry.”

The pool had 41,000 visitors last year. Holders of season tickets will get their money back or may swim in the hall at Ostend Street.

Clara Dumont of the swimming club called the decision a failure of planning and asked the council for a special session.
